import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
import { address } from "@groundplan/core";
import type { Construct } from "constructs";

export function blockPublicAccess(module: Construct, bucket: S3Bucket): S3BucketPublicAccessBlock {
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

// Every writer here is let in by the bucket's policy and none by an ACL, so that the bucket's owner owns all logs.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
export function ownObjects(module: Construct, bucket: S3Bucket): S3BucketOwnershipControls {
  return address(
    new S3BucketOwnershipControls(module, "ownership", { bucket: bucket.id, rule: { objectOwnership: "BucketOwnerEnforced" } }),
    module,
  );
}

// Load balancers write to no bucket that has a key of its own.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
export function encryptByS3(module: Construct, bucket: S3Bucket): S3BucketServerSideEncryptionConfigurationA {
  return address(
    new S3BucketServerSideEncryptionConfigurationA(module, "encryption", {
      bucket: bucket.id,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    }),
    module,
  );
}

export function keepVersions(module: Construct, bucket: S3Bucket): S3BucketVersioningA {
  return address(
    new S3BucketVersioningA(module, "versioning", { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } }),
    module,
  );
}
