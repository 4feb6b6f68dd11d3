import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { logArchive as archiveOf, policyDocument } from "@groundplan/core";
import type { TerraformStack } from "cdktf";

/** An archive in an account and a region of its own. */
export const logArchive = archiveOf({ project: "shop", accountId: "222222222222", region: "eu-central-1" });

/** Its bucket, which lets in the flow logs of the networks' account. */
export function archive(stack: TerraformStack): S3BucketPolicy {
  const assumeRole = [{ roleArn: "arn:aws:iam::222222222222:role/groundplan" }];
  const provider = new AwsProvider(stack, "security", { alias: "security", region: "eu-central-1", assumeRole });
  const { bucket } = new S3Bucket(stack, "archive", { provider, bucket: logArchive.bucketName });
  const policy = policyDocument({
    Sid: "FlowLogsWrite",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: ["s3:PutObject"],
    Resource: `${logArchive.bucketArn}/*/AWSLogs/aws-account-id=111111111111/*`,
    Condition: { StringEquals: { "aws:SourceAccount": "111111111111" } },
  });
  return new S3BucketPolicy(stack, "archive-policy", { provider, bucket, policy });
}
