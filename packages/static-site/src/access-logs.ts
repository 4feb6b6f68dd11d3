import type { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import { CloudwatchLogDelivery } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery/index.js";
import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination/index.js";
import { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source/index.js";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging/index.js";
import { address, awsName, type LogBucket as LogBucketContract } from "@groundplan/core";
import { LogBucket } from "@groundplan/log-bucket";
import { accessLogFields } from "./access-log-fields.js";
import type { Blueprint } from "./blueprint.js";
import type { SiteBucket } from "./bucket.js";
import { edgeProviderOf, providerArgument } from "./edge.js";

/** What is logged. */
export interface Logged {
  readonly bucket: SiteBucket;
  readonly distribution: CloudfrontDistribution;
}

/** Who asked for what: the distribution's logs and the bucket's, in the log bucket that is wired or made. */
export function makeAccessLogs(blueprint: Blueprint, { bucket, distribution }: Logged): LogBucketContract | undefined {
  const { logs } = blueprint.config;
  if (logs.accessLogs === "off" && !logs.bucketLogs) return undefined;
  const logBucket = logBucketOf(blueprint, bucket);
  if (logs.accessLogs !== "off") deliverLogs(blueprint, distribution, logBucket);
  if (logs.bucketLogs) logBucketAccess(blueprint, bucket, logBucket);
  return logBucket;
}

function logBucketOf({ module, config, wiring }: Blueprint, { name }: SiteBucket): LogBucketContract {
  const { accountId, logs, protect } = config;
  if (wiring.logBucket !== undefined) return wiring.logBucket;
  return new LogBucket(module, "logs", {
    bucketName: awsName("aws_s3_bucket", name, "logs"),
    writers: ["log-delivery", "s3-access-logs"],
    sourceAccountIds: [accountId],
    expireAfterDays: logs.retentionDays,
    protect,
  });
}

// Where the logs go may be in any region; what sends them is where CloudFront is.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
function deliverLogs(blueprint: Blueprint, distribution: CloudfrontDistribution, logBucket: LogBucketContract): void {
  const { module, config } = blueprint;
  const provider = providerArgument(edgeProviderOf(blueprint, "the delivery of its logs stands"));
  const source = address(
    new CloudwatchLogDeliverySource(module, "access-logs-source", {
      ...provider,
      name: awsName("aws_cloudwatch_log_delivery_source", config.name),
      logType: "ACCESS_LOGS",
      resourceArn: distribution.arn,
    }),
    module,
  );
  const destination = address(
    new CloudwatchLogDeliveryDestination(module, "access-logs-destination", {
      ...provider,
      name: awsName("aws_cloudwatch_log_delivery_destination", config.name, config.logs.format),
      outputFormat: config.logs.format,
      deliveryDestinationConfiguration: [{ destinationResourceArn: logBucket.bucketArn }],
      // AWS refuses to delete one that is delivered to, and to change its format: another one takes over
      lifecycle: { createBeforeDestroy: true },
    }),
    module,
  );
  const delivery = new CloudwatchLogDelivery(module, "access-logs", {
    ...provider,
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.arn,
    recordFields: accessLogFields,
    // AWS puts AWSLogs/<account>/CloudFront/ before it at first, and takes that away when it changes: it never does
    s3DeliveryConfiguration: [{ suffixPath: `${config.name}/{yyyy}/{MM}/{dd}/{HH}`, enableHiveCompatiblePath: false }],
  });
  address(delivery, module);
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html
function logBucketAccess({ module, config }: Blueprint, { bucket }: SiteBucket, logBucket: LogBucketContract): void {
  const logging = new S3BucketLoggingA(module, "bucket-logs", {
    bucket: bucket.id,
    targetBucket: logBucket.bucketName,
    targetPrefix: `s3/${config.name}/`,
    targetObjectKeyFormat: { partitionedPrefix: { partitionDateSource: "EventTime" } },
  });
  address(logging, module);
}
