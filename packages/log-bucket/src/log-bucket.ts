import { S3Bucket, type S3BucketConfig } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import type { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
import { address, checkProps, type LogBucket as LogBucketContract, type PolicyStatement, policyDocument } from "@groundplan/core";
import { Construct } from "constructs";
import { schema } from "./config.js";
import { expiry } from "./expiry.js";
import { lockObjects, logAccess } from "./keeping.js";
import { blockPublicAccess, encryptByS3, keepVersions, ownObjects } from "./privacy.js";
import type { LogBucketData } from "./props.generated.js";
import { bucketPolicy } from "./writer-statements.js";

/** What a LogBucket is made from. */
export interface LogBucketProps extends LogBucketData {
  /** Takes the bucket's own access logs; it has the writer `s3-access-logs`, and stands in the same account and region. Default: none are written. */
  readonly accessLogBucket?: LogBucketContract | undefined;
  /** Arguments of the bucket itself, for what the other properties do not cover. */
  readonly overrides?: { readonly bucket?: Partial<S3BucketConfig> } | undefined;
}

/**
 * A private, versioned bucket that the AWS services named, and they alone, write their logs to.
 *
 * It is encrypted by S3's own keys: load balancers write to no other.
 *
 * Cost: 0.023 USD a GB and month, less by `transitions`; CloudFront, flow logs and WAF pay for delivery beside it.
 *
 * @example new LogBucket(this, "logs", { bucketName: "shop-111111111111-logs", sourceAccountIds: ["111111111111"], writers: ["load-balancers"] })
 * @throws {PropsError} where the props do not fit the schema
 */
export class LogBucket extends Construct implements LogBucketContract {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly bucket: S3Bucket;
  readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, props: LogBucketProps) {
    super(scope, id);
    const { accessLogBucket, overrides, ...data } = props;
    const config = checkProps(this, schema, data);

    this.bucket = address(
      new S3Bucket(this, "bucket", {
        bucket: config.bucketName,
        forceDestroy: !config.protect,
        lifecycle: { preventDestroy: config.protect },
        ...overrides?.bucket,
      }),
      this,
    );
    ownObjects(this, this.bucket);
    encryptByS3(this, this.bucket);
    const versioning = keepVersions(this, this.bucket);
    expiry(this, versioning, config);
    lockObjects(this, versioning, config);
    logAccess(this, this.bucket, accessLogBucket);
    this.policy = letIn(this, blockPublicAccess(this, this.bucket), bucketPolicy(this.bucket.arn, config));
    // by the policy, so that whoever logs here waits until it may: AWS refuses to log to a bucket that does not let it in
    this.bucketName = this.policy.bucket;
    this.bucketArn = `arn:aws:s3:::${this.policy.bucket}`;
  }
}

// Both change the bucket's access, and S3 refuses two such changes at once: one refers to the other.
function letIn(module: Construct, privacy: S3BucketPublicAccessBlock, statements: PolicyStatement[]): S3BucketPolicy {
  return address(new S3BucketPolicy(module, "policy", { bucket: privacy.bucket, policy: policyDocument(...statements) }), module);
}
