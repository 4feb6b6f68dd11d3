import { S3Bucket, type S3BucketConfig } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration/index.js";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls/index.js";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block/index.js";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration/index.js";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning/index.js";
import { address } from "@groundplan/core";
import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";

/** What a private bucket is made from. */
export interface PrivateBucketProps {
  readonly name: string;
  /** Ends addresses; empty for the site's own. */
  readonly suffix: readonly string[];
  /** `undefined` encrypts by S3's own keys. */
  readonly keyArn: string | undefined;
  readonly oldVersionsExpireAfterDays: number;
  readonly protect: boolean;
  readonly provider: { readonly provider?: TerraformProvider };
  readonly overrides: Partial<S3BucketConfig> | undefined;
}

/** A bucket that keeps its versions, and lets nobody in yet. */
export interface PrivateBucket {
  readonly bucket: S3Bucket;
  readonly versioning: S3BucketVersioningA;
  readonly privacy: S3BucketPublicAccessBlock;
}

/** A bucket without a public way in, whose objects are the owner's, encrypted and versioned. */
export function makePrivateBucket(module: Construct, props: PrivateBucketProps): PrivateBucket {
  const { name, suffix, protect, provider, overrides } = props;
  const bucket = address(
    new S3Bucket(module, idOf(props, "bucket"), {
      ...provider,
      bucket: name,
      forceDestroy: !protect,
      lifecycle: { preventDestroy: protect },
      ...overrides,
    }),
    module,
    ...suffix,
  );
  ownObjects(module, bucket, props);
  encrypt(module, bucket, props);
  const versioning = keepVersions(module, bucket, props);
  expireVersions(module, versioning, props);
  return { bucket, versioning, privacy: blockPublicAccess(module, bucket, props) };
}

function idOf({ suffix }: PrivateBucketProps, id: string): string {
  return [...suffix, id].join("-");
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
function ownObjects(module: Construct, bucket: S3Bucket, props: PrivateBucketProps): void {
  const rule = { objectOwnership: "BucketOwnerEnforced" };
  const controls = new S3BucketOwnershipControls(module, idOf(props, "ownership"), { ...props.provider, bucket: bucket.id, rule });
  address(controls, module, ...props.suffix);
}

function encrypt(module: Construct, bucket: S3Bucket, props: PrivateBucketProps): void {
  const { keyArn } = props;
  const rule =
    keyArn === undefined
      ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
      : // one request to KMS for many objects
        { bucketKeyEnabled: true, applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn } };
  address(
    new S3BucketServerSideEncryptionConfigurationA(module, idOf(props, "encryption"), {
      ...props.provider,
      bucket: bucket.id,
      rule: [rule],
    }),
    module,
    ...props.suffix,
  );
}

function keepVersions(module: Construct, bucket: S3Bucket, props: PrivateBucketProps): S3BucketVersioningA {
  return address(
    new S3BucketVersioningA(module, idOf(props, "versioning"), {
      ...props.provider,
      bucket: bucket.id,
      versioningConfiguration: { status: "Enabled" },
    }),
    module,
    ...props.suffix,
  );
}

// S3 takes a rule on older versions only where versioning is on, hence its bucket.
function expireVersions(module: Construct, versioning: S3BucketVersioningA, props: PrivateBucketProps): void {
  const lifecycle = new S3BucketLifecycleConfiguration(module, idOf(props, "lifecycle"), {
    ...props.provider,
    bucket: versioning.bucket,
    rule: [
      {
        id: "old-versions",
        status: "Enabled",
        filter: [{ prefix: "" }],
        noncurrentVersionExpiration: [{ noncurrentDays: props.oldVersionsExpireAfterDays }],
        // what a publish deleted leaves one behind once its versions are gone
        expiration: [{ expiredObjectDeleteMarker: true }],
        abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
      },
    ],
  });
  address(lifecycle, module, ...props.suffix);
}

function blockPublicAccess(module: Construct, bucket: S3Bucket, props: PrivateBucketProps): S3BucketPublicAccessBlock {
  return address(
    new S3BucketPublicAccessBlock(module, idOf(props, "public-access-block"), {
      ...props.provider,
      bucket: bucket.id,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    }),
    module,
    ...props.suffix,
  );
}
