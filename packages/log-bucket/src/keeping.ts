import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging/index.js";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration/index.js";
import type { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
import { address, type LogBucket } from "@groundplan/core";
import type { Construct } from "constructs";
import type { LogBucketConfig } from "./config.js";

/**
 * Keeps what is written from being deleted. S3 locks a bucket that stands as well as a new one, where versioning is on: the bucket itself
 * says nothing of it, and is not made again.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html
 */
export function lockObjects(module: Construct, versioning: S3BucketVersioningA, { objectLock }: Pick<LogBucketConfig, "objectLock">): void {
  if (objectLock === undefined) return;
  const lock = new S3BucketObjectLockConfigurationA(module, "object-lock", {
    bucket: versioning.bucket,
    rule: { defaultRetention: { mode: objectLock.mode.toUpperCase(), days: objectLock.days } },
  });
  address(lock, module);
}

/** Has S3 write down who reads the logs. */
export function logAccess(module: Construct, bucket: S3Bucket, target: LogBucket | undefined): void {
  if (target === undefined) return;
  const logging = new S3BucketLoggingA(module, "access-logs", {
    bucket: bucket.id,
    targetBucket: target.bucketName,
    targetPrefix: `${bucket.bucket}/`,
  });
  address(logging, module);
}
