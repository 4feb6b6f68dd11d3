import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
import { address, type PolicyStatement, policyDocument } from "@groundplan/core";
import type { Construct } from "constructs";
import { bucketPolicy } from "./bucket-policy.js";
import type { StateBackendConfig } from "./config.js";

/** What a state bucket's guards are made from. */
interface Guards extends Pick<StateBackendConfig, "oldVersionsExpireAfterDays" | "oldVersionsKept"> {
  readonly keyArn: string;
}

/** All that makes a bucket fit for states: private, encrypted by the key, with its older versions for a while. */
export function guardBucket(module: Construct, bucket: S3Bucket, guards: Guards): void {
  encryptByKey(module, bucket, guards.keyArn);
  expireOldVersions(module, keepVersions(module, bucket), guards);
  ownObjects(module, bucket);
  refuseWeakRequests(module, blockPublicAccess(module, bucket), bucketPolicy(bucket.arn, guards.keyArn));
}

function encryptByKey(module: Construct, bucket: S3Bucket, keyArn: string): S3BucketServerSideEncryptionConfigurationA {
  return address(
    new S3BucketServerSideEncryptionConfigurationA(module, "encryption", {
      bucket: bucket.id,
      // one request to KMS for many objects
      rule: [{ bucketKeyEnabled: true, applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn } }],
    }),
    module,
  );
}

function keepVersions(module: Construct, bucket: S3Bucket): S3BucketVersioningA {
  return address(
    new S3BucketVersioningA(module, "versioning", { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } }),
    module,
  );
}

// S3 takes a rule on older versions only where versioning is on, hence its bucket.
function expireOldVersions(module: Construct, versioning: S3BucketVersioningA, guards: Guards): S3BucketLifecycleConfiguration {
  return address(
    new S3BucketLifecycleConfiguration(module, "lifecycle", {
      bucket: versioning.bucket,
      rule: [
        {
          id: "old-versions",
          status: "Enabled",
          filter: [{ prefix: "" }],
          noncurrentVersionExpiration: [
            { noncurrentDays: guards.oldVersionsExpireAfterDays, newerNoncurrentVersions: guards.oldVersionsKept },
          ],
          // lock files leave one behind for each run
          expiration: [{ expiredObjectDeleteMarker: true }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
    }),
    module,
  );
}

function ownObjects(module: Construct, bucket: S3Bucket): S3BucketOwnershipControls {
  return address(
    new S3BucketOwnershipControls(module, "ownership", { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } }),
    module,
  );
}

function blockPublicAccess(module: Construct, bucket: S3Bucket): S3BucketPublicAccessBlock {
  return address(
    new S3BucketPublicAccessBlock(module, "public-access-block", {
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    }),
    module,
  );
}

// Both change the bucket's access, and S3 refuses two such changes at once: one refers to the other.
function refuseWeakRequests(module: Construct, privacy: S3BucketPublicAccessBlock, statements: PolicyStatement[]): S3BucketPolicy {
  return address(new S3BucketPolicy(module, "policy", { bucket: privacy.bucket, policy: policyDocument(...statements) }), module);
}
