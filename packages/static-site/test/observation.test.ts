import { logArchive as archiveOf } from "@groundplan/core";
import { describe, expect, it } from "vitest";
import { siteTemplate, statementsAt } from "./site-template.js";

const alarmNames = (...props: Parameters<typeof siteTemplate>) =>
  Object.keys(siteTemplate(...props).resources("aws_cloudwatch_metric_alarm"));

describe("a site's logs", () => {
  const template = siteTemplate();

  it("are sent from us-east-1 to a log bucket in its own region, without cookies", () => {
    for (const type of ["aws_cloudwatch_log_delivery", "aws_cloudwatch_log_delivery_source", "aws_cloudwatch_log_delivery_destination"])
      expect(template).toHaveResource(type, { provider: "aws.edge" });
    const { record_fields: fields, s3_delivery_configuration: place } = template.resource("aws_cloudwatch_log_delivery");
    expect(fields).toContain("c-ip");
    expect(fields).not.toContain("cs(Cookie)");
    expect(place).toEqual([{ enable_hive_compatible_path: false, suffix_path: "shop-prod-docs/{yyyy}/{MM}/{dd}/{HH}" }]);
    expect(template.resource("aws_s3_bucket", "docs_logs")["provider"]).toBeUndefined();
    expect(template).toHaveResourceAt("aws_s3_bucket_logging.docs", {
      target_bucket: "${aws_s3_bucket_policy.docs_logs.bucket}",
      target_prefix: "s3/shop-prod-docs/",
    });
  });

  it("go to the bucket that is wired, or nowhere", () => {
    const wired = siteTemplate({ logBucket: { bucketName: "logs", bucketArn: "arn:aws:s3:::logs" } });
    expect(wired).toHaveResource("aws_cloudwatch_log_delivery_destination", {
      delivery_destination_configuration: [{ destination_resource_arn: "arn:aws:s3:::logs" }],
    });
    expect(Object.keys(wired.resources("aws_s3_bucket"))).toEqual(["docs"]);
    const off = siteTemplate({ logs: { accessLogs: "off", bucketLogs: false } });
    expect(off.addresses.filter((address) => /log_delivery|s3_bucket_logging|docs_logs/.test(address))).toEqual([]);
  });
});

describe("a site's logs with an archive of another account", () => {
  const logArchive = archiveOf({ project: "shop", accountId: "222222222222", region: "eu-central-1" });
  const buckets = (...props: Parameters<typeof siteTemplate>) => Object.keys(siteTemplate(...props).resources("aws_s3_bucket"));

  it.each(["json", "parquet", "w3c"] as const)("are delivered as %s to a destination that stands there, and to none here", (format) => {
    const template = siteTemplate({ logArchive, logs: { format } });
    expect(template).toHaveResourceAt("aws_cloudwatch_log_delivery.docs", {
      provider: "aws.edge",
      delivery_destination_arn: `arn:aws:logs:us-east-1:222222222222:delivery-destination:shop-archive-${format}`,
      s3_delivery_configuration: [{ enable_hive_compatible_path: false, suffix_path: "shop-prod-docs/{yyyy}/{MM}/{dd}/{HH}" }],
    });
    expect(template.resources("aws_cloudwatch_log_delivery_destination")).toEqual({});
  });

  it("leave the bucket's here, since S3 writes to no other account, in a log bucket that CloudFront's deliveries do not reach", () => {
    const template = siteTemplate({ logArchive });
    expect(template).toHaveResourceAt("aws_s3_bucket_logging.docs", { target_bucket: "${aws_s3_bucket_policy.docs_logs.bucket}" });
    expect(statementsAt(template, "aws_s3_bucket_policy.docs_logs").map(({ Sid }) => Sid)).toEqual(["TlsOnly", "AccessLogsWrite"]);
  });

  it("need no log bucket where nothing is left to log there, unless what it holds is to be kept", () => {
    expect(buckets({ logArchive, logs: { bucketLogs: false } })).toEqual(["docs"]);
    expect(buckets({ logArchive, logs: { bucketLogs: false, keepBucket: true } })).toEqual(["docs", "docs_logs"]);
    expect(buckets({ logArchive, logBucket: { bucketName: "logs", bucketArn: "arn:aws:s3:::logs" } })).toEqual(["docs"]);
  });

  it("go there through a destination of the site's own where it is the same account's, a bucket and nothing more", () => {
    const template = siteTemplate({ logArchive: { bucketName: "logs", bucketArn: "arn:aws:s3:::logs" } });
    expect(template).toHaveResource("aws_cloudwatch_log_delivery_destination", {
      delivery_destination_configuration: [{ destination_resource_arn: "arn:aws:s3:::logs" }],
    });
  });

  it("are off all the same where that is said", () => {
    const template = siteTemplate({ logArchive, logs: { accessLogs: "off", bucketLogs: false } });
    expect(template.addresses.filter((address) => /log_delivery|s3_bucket_logging|docs_logs/.test(address))).toEqual([]);
  });
});

describe("a site's alarms", () => {
  const edgeAlarmTopic = { topicArn: "arn:aws:sns:us-east-1:111111111111:shop" };

  it("stand where CloudFront counts, and are told there", () => {
    expect(siteTemplate({ edgeAlarmTopic })).toHaveResourceAt("aws_cloudwatch_metric_alarm.docs_errors_5xx", {
      provider: "aws.edge",
      namespace: "AWS/CloudFront",
      metric_name: "5xxErrorRate",
      dimensions: { DistributionId: "${aws_cloudfront_distribution.docs.id}", Region: "Global" },
      threshold: 1,
      alarm_actions: [edgeAlarmTopic.topicArn],
      treat_missing_data: "notBreaching",
    });
  });

  it("are on origin latency where there is such a metric, which costs", () => {
    expect(alarmNames()).not.toContain("docs_origin_latency");
    const template = siteTemplate({ realtimeMetrics: true });
    expect(template).toHaveResourceAt("aws_cloudwatch_metric_alarm.docs_origin_latency", { extended_statistic: "p95", threshold: 2000 });
    expect(template).toHaveResource("aws_cloudfront_monitoring_subscription", {
      monitoring_subscription: { realtime_metrics_subscription_config: { realtime_metrics_subscription_status: "Enabled" } },
    });
  });

  it("may all be off, and the rest with them: then nothing stands in us-east-1", () => {
    const off = "off" as const;
    const alarms = { errors5xxPercent: off, errors4xxPercent: off, functionErrors: off };
    const template = siteTemplate({ alarms, webAcl: off, logs: { accessLogs: off }, dashboard: false, edgeProvider: undefined });
    expect(JSON.stringify(template.json["resource"])).not.toContain("aws.edge");
    expect(template.resources("aws_cloudwatch_dashboard")).toEqual({});
  });

  it("and their metrics are on a dashboard", () => {
    const { dashboard_body: body } = siteTemplate({ realtimeMetrics: true }).resource("aws_cloudwatch_dashboard");
    for (const metric of ["Requests", "5xxErrorRate", "CacheHitRate", "OriginLatency"]) expect(body).toContain(metric);
  });
});
