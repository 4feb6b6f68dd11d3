import type { PolicyStatement } from "@groundplan/core";

/** A bucket as replication knows it. */
export interface Replica {
  readonly bucketArn: string;
  readonly keyArn: string | undefined;
  readonly region: string;
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
/** What S3 may do to copy from one bucket to another. */
export function replicationStatements(source: Replica, replica: Replica): PolicyStatement[] {
  return [
    {
      Sid: "ReadsSource",
      Effect: "Allow",
      Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
      Resource: source.bucketArn,
    },
    {
      Sid: "ReadsVersions",
      Effect: "Allow",
      Action: ["s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
      Resource: `${source.bucketArn}/*`,
    },
    {
      Sid: "WritesReplicas",
      Effect: "Allow",
      Action: ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"],
      Resource: `${replica.bucketArn}/*`,
    },
    ...keyStatement("Decrypts", "kms:Decrypt", source),
    ...keyStatement("Encrypts", "kms:Encrypt", replica),
  ];
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
function keyStatement(sid: string, action: string, { bucketArn, keyArn, region }: Replica): PolicyStatement[] {
  if (keyArn === undefined) return [];
  return [
    {
      Sid: sid,
      Effect: "Allow",
      Action: [action],
      Resource: keyArn,
      Condition: {
        StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` },
        // with bucket keys, the context is the bucket; else it is the object
        StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucketArn, `${bucketArn}/*`] },
      },
    },
  ];
}
