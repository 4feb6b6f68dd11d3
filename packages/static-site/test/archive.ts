import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination/index.js";
import { CloudwatchLogDeliveryDestinationPolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination-policy/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { logArchive as archiveOf, policyDocument, siteLogsDestinationName } from "@groundplan/core";
import type { TerraformStack } from "cdktf";

const keeper = "222222222222";
const site = "111111111111";

/** An archive in an account and a region of its own. */
export const logArchive = archiveOf({ project: "shop", accountId: keeper, region: "eu-central-1" });

/** What of it a site delivers to. */
export function archive(stack: TerraformStack): void {
  const assumeRole = [{ roleArn: `arn:aws:iam::${keeper}:role/groundplan` }];
  new AwsProvider(stack, "aws", { region: "eu-central-1", assumeRole });
  const provider = new AwsProvider(stack, "edge", { alias: "edge", region: "us-east-1", assumeRole });
  const { bucket } = new S3Bucket(stack, "archive", { bucket: logArchive.bucketName });
  const policy = policyDocument({
    Sid: "LogDeliveryWrites",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: ["s3:PutObject"],
    Resource: `${logArchive.bucketArn}/*`,
    Condition: { StringEquals: { "aws:SourceAccount": site } },
  });
  const letIn = new S3BucketPolicy(stack, "archive-policy", { bucket, policy });
  const destination = new CloudwatchLogDeliveryDestination(stack, "destination", {
    provider,
    name: siteLogsDestinationName("shop", "json"),
    outputFormat: "json",
    deliveryDestinationConfiguration: [{ destinationResourceArn: `arn:aws:s3:::${letIn.bucket}` }],
  });
  new CloudwatchLogDeliveryDestinationPolicy(stack, "destination-policy", {
    provider,
    deliveryDestinationName: destination.name,
    deliveryDestinationPolicy: policyDocument({
      Sid: "SitesDeliver",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${site}:root` },
      Action: ["logs:CreateDelivery"],
      Resource: [`arn:aws:logs:us-east-1:${site}:delivery-source:*`, logArchive.deliveryDestinationArns.json],
    }),
  });
}
