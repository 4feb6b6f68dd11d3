import type { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import { CloudwatchLogDelivery } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery/index.js";
import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination/index.js";
import { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source/index.js";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging/index.js";
import { address, awsName, type LogArchive, type LogBucket as LogBucketContract } from "@groundplan/core";
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

/**
 * Who asked for what: the distribution's logs to the archive, or with the bucket's to the log bucket, which is wired or made.
 *
 * @returns the log bucket, where there is one
 */
export function makeAccessLogs(blueprint: Blueprint, { bucket, distribution }: Logged): LogBucketContract | undefined {
  const { config, wiring } = blueprint;
  const { accessLogs, bucketLogs } = config.logs;
  const archived = wiring.logArchive !== undefined;
  const writers: Writer[] = [
    ...(accessLogs !== "off" && !archived ? ["log-delivery" as const] : []),
    ...(bucketLogs ? ["s3-access-logs" as const] : []),
  ];
  const logBucket = logBucketOf(blueprint, bucket, writers);
  const target = archived ? wiring.logArchive : logBucket;
  if (accessLogs !== "off" && target !== undefined) deliverLogs(blueprint, distribution, target);
  if (bucketLogs && logBucket !== undefined) logBucketAccess(blueprint, bucket, logBucket);
  return logBucket;
}

type Writer = "log-delivery" | "s3-access-logs";

function logBucketOf(
  { module, config, wiring }: Blueprint,
  { name }: SiteBucket,
  writers: readonly Writer[],
): LogBucketContract | undefined {
  const { accountId, logs, protect } = config;
  if (wiring.logBucket !== undefined) return writers.length === 0 ? undefined : wiring.logBucket;
  if (writers.length === 0 && !logs.keepBucket) return undefined;
  return new LogBucket(module, "logs", {
    bucketName: awsName("aws_s3_bucket", name, "logs"),
    writers,
    sourceAccountIds: [accountId],
    expireAfterDays: logs.retentionDays,
    protect,
  });
}

// Where the logs go may be in any region; what sends them is where CloudFront is.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
function deliverLogs(blueprint: Blueprint, distribution: CloudfrontDistribution, target: LogArchive): void {
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
  const delivery = new CloudwatchLogDelivery(module, "access-logs", {
    ...provider,
    deliverySourceName: source.name,
    deliveryDestinationArn: destinationArnOf(blueprint, target, provider),
    recordFields: accessLogFields,
    // AWS puts AWSLogs/<account>/CloudFront/ before it at first, and takes that away when it changes: it never does
    s3DeliveryConfiguration: [{ suffixPath: `${config.name}/{yyyy}/{MM}/{dd}/{HH}`, enableHiveCompatiblePath: false }],
  });
  address(delivery, module);
}

/** A destination of the bucket's own account, where it says one; else one that is made here. */
function destinationArnOf({ module, config }: Blueprint, target: LogArchive, provider: ReturnType<typeof providerArgument>): string {
  const { format } = config.logs;
  if (target.deliveryDestinationArns !== undefined) return target.deliveryDestinationArns[format];
  const destination = new CloudwatchLogDeliveryDestination(module, "access-logs-destination", {
    ...provider,
    name: awsName("aws_cloudwatch_log_delivery_destination", config.name, format),
    outputFormat: format,
    deliveryDestinationConfiguration: [{ destinationResourceArn: target.bucketArn }],
    // AWS refuses to delete one that is delivered to, and to change its format: another one takes over
    lifecycle: { createBeforeDestroy: true },
  });
  return address(destination, module).arn;
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
