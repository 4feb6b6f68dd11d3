import { type PolicyStatement, tlsOnly } from "@groundplan/core";

const algorithm = "s3:x-amz-server-side-encryption";
const key = "s3:x-amz-server-side-encryption-aws-kms-key-id";

/**
 * The statements of a state bucket's policy: TLS, and no object under another encryption than the bucket's own.
 *
 * A request that names no encryption gets the bucket's, and passes; one that names another is refused.
 * A denial's `StringNotEquals` holds for what is missing too, hence the `Null` beside each.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms
 */
export function bucketPolicy(bucketArn: string, keyArn: string): PolicyStatement[] {
  const refuse = { Effect: "Deny", Principal: "*", Action: ["s3:PutObject"], Resource: `${bucketArn}/*` } as const;
  return [
    tlsOnly(bucketArn),
    {
      Sid: "NoOtherEncryption",
      ...refuse,
      Condition: { Null: { [algorithm]: "false" }, StringNotEquals: { [algorithm]: "aws:kms" } },
    },
    { Sid: "NoOtherKey", ...refuse, Condition: { Null: { [key]: "false" }, StringNotEquals: { [key]: keyArn } } },
    // asked for without a key, S3 takes AWS's own
    { Sid: "NoUnnamedKey", ...refuse, Condition: { Null: { [key]: "true" }, StringEquals: { [algorithm]: "aws:kms" } } },
  ];
}
