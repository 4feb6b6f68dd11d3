import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js";
import type { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
import { address } from "@groundplan/core";
import type { Construct } from "constructs";
import type { LogBucketConfig } from "./config.js";

type Expiry = Pick<LogBucketConfig, "transitions" | "expireAfterDays" | "oldVersionsExpireAfterDays">;

/** How long logs are kept, and where. S3 takes a rule on older versions only where versioning is on, hence its bucket. */
export function expiry(module: Construct, versioning: S3BucketVersioningA, config: Expiry): S3BucketLifecycleConfiguration {
  return address(
    new S3BucketLifecycleConfiguration(module, "lifecycle", { bucket: versioning.bucket, rule: [logs(config), remains] }),
    module,
  );
}

function logs({ transitions, expireAfterDays, oldVersionsExpireAfterDays }: Expiry): S3BucketLifecycleConfigurationRule {
  return {
    id: "logs",
    status: "Enabled",
    filter: [{ prefix: "" }],
    transition: transitions.map(({ afterDays, storageClass }) => ({ days: afterDays, storageClass })),
    expiration: [{ days: expireAfterDays }],
    noncurrentVersionExpiration: [{ noncurrentDays: oldVersionsExpireAfterDays }],
  };
}

// Markers can be cleaned up only by a rule without days.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html#lifecycle-config-conceptual-ex7
const remains: S3BucketLifecycleConfigurationRule = {
  id: "remains",
  status: "Enabled",
  filter: [{ prefix: "" }],
  expiration: [{ expiredObjectDeleteMarker: true }],
  abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
};
