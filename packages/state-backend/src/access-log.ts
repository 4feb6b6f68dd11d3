import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging/index.js";
import { address, type LogBucket } from "@groundplan/core";
import type { Construct } from "constructs";

/** Who read and wrote which state, in a bucket beside it: by account, region, bucket and day, as Athena wants it. */
export function accessLog(module: Construct, bucket: S3Bucket, { bucketName }: Pick<LogBucket, "bucketName">): S3BucketLoggingA {
  return address(
    new S3BucketLoggingA(module, "logging", {
      bucket: bucket.id,
      targetBucket: bucketName,
      targetPrefix: "s3-access-logs/",
      targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
    }),
    module,
  );
}
