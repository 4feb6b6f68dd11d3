import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration/index.js";
import { address, awsName, PropsError, policyDocument, serviceTrust, tlsOnly, UseProvider } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import { Aspects } from "cdktf";
import type { Blueprint } from "./blueprint.js";
import type { SiteBucket } from "./bucket.js";
import { makePrivateBucket, type PrivateBucket } from "./private-bucket.js";
import { type Replica, replicationStatements } from "./replication-statements.js";

const suffix = ["replica"];

/** The same files in a second region, where there is a provider for one. */
export function replicate(blueprint: Blueprint, source: SiteBucket): PrivateBucket | undefined {
  const { module, config, wiring, overrides } = blueprint;
  const { replicaProvider: provider } = wiring;
  if (provider === undefined) return undefined;
  const region = regionOf(blueprint, provider);
  const keyArn = config.encryption === "kms" ? replicaKeyArn(blueprint, { region, provider }) : undefined;
  const copy = makePrivateBucket(module, {
    name: awsName("aws_s3_bucket", source.name, ...suffix),
    suffix,
    keyArn,
    oldVersionsExpireAfterDays: config.oldVersionsExpireAfterDays,
    protect: config.protect,
    provider: { provider },
    overrides: overrides.replicaBucket,
  });
  const policy = policyDocument(tlsOnly(copy.bucket.arn));
  address(new S3BucketPolicy(module, "replica-policy", { provider, bucket: copy.privacy.bucket, policy }), module, ...suffix);
  const role = makeRole(blueprint, source, { bucketArn: copy.bucket.arn, keyArn, region });
  // S3 replicates to and from buckets with versions alone, hence theirs.
  makeReplication(blueprint, { source, copy, keyArn, roleArn: role.arn });
  return copy;
}

function regionOf({ module, config: { region: home } }: Blueprint, { region }: AwsProvider): string {
  const refuse = (wrong: string, fix: string): PropsError =>
    new PropsError(module.node.path, [{ path: ["replicaProvider"], value: undefined, wrong, fix }]);
  if (region === undefined) throw refuse("names no region", 'give it its "region"');
  if (region === home) throw refuse(`is of the site's own region ${home}`, "give one of another region, or leave it out");
  return region;
}

function replicaKeyArn({ module, config, wiring }: Blueprint, { region, provider }: { region: string; provider: AwsProvider }): string {
  if (wiring.replicaKey !== undefined) return wiring.replicaKey.keyArn;
  const { name, accountId, protect } = config;
  const key = new KmsKey(module, "replica-key", { purpose: "site", alias: `${name}-replica`, accountId, region, protect });
  Aspects.of(key).add(new UseProvider(provider));
  return key.keyArn;
}

function makeRole({ module, config }: Blueprint, source: SiteBucket, replica: Replica): IamRole {
  const { name, accountId, region } = config;
  const role = address(
    new IamRole(module, "replication-role", {
      name: awsName("aws_iam_role", name, "replication"),
      assumeRolePolicy: serviceTrust("s3.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnEquals: { "aws:SourceArn": source.bucket.arn },
      }),
    }),
    module,
    "replication",
  );
  const statements = replicationStatements({ bucketArn: source.bucket.arn, keyArn: source.keyArn, region }, replica);
  const policy = new IamRolePolicy(module, "replication-policy", {
    role: role.name,
    name: "replicate",
    policy: policyDocument(...statements),
  });
  address(policy, module, "replication");
  return role;
}

interface Replication {
  readonly source: SiteBucket;
  readonly copy: PrivateBucket;
  readonly keyArn: string | undefined;
  readonly roleArn: string;
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-add-config.html
function makeReplication({ module }: Blueprint, { source, copy, keyArn, roleArn }: Replication): void {
  const replication = new S3BucketReplicationConfigurationA(module, "replication", {
    bucket: source.versioning.bucket,
    role: roleArn,
    rule: [
      {
        id: "everything",
        priority: 0,
        status: "Enabled",
        filter: {},
        deleteMarkerReplication: { status: "Enabled" },
        destination: {
          bucket: copy.bucket.arn,
          ...(keyArn === undefined ? {} : { encryptionConfiguration: { replicaKmsKeyId: keyArn } }),
        },
        ...(keyArn === undefined ? {} : { sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } } }),
      },
    ],
    dependsOn: [copy.versioning],
  });
  address(replication, module);
}
