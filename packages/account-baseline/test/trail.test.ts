import { describe, expect, it } from "vitest";
import { watched, watchedNames } from "../src/audit/watched.js";
import type { AccountBaselineProps } from "../src/index.js";
import { workloadAccount } from "./accounts.js";

const topic = { topicArn: "arn:aws:sns:eu-west-1:444444444444:alerts" };
const trail = (audit: AccountBaselineProps["audit"] = {}) => workloadAccount({ audit }).resource("aws_cloudtrail");

describe("the trail", () => {
  it("writes down all regions, so that nobody can change it unseen", () => {
    expect(workloadAccount()).toHaveResourceAt("aws_cloudtrail.baseline_trail", {
      name: "shop-trail",
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
      kms_key_id: "${aws_kms_key.baseline_archive_key.arn}",
      s3_bucket_name: "${aws_s3_bucket_policy.baseline_trails.bucket}",
    });
  });

  it("is in CloudWatch Logs, too, by a role that writes nowhere else, and waits for what it may", () => {
    const template = workloadAccount();
    expect(template).toHaveResource("aws_cloudtrail", {
      cloud_watch_logs_group_arn: "${aws_cloudwatch_log_group.baseline_trail.arn}:*",
      cloud_watch_logs_role_arn: "${aws_iam_role.baseline_trail.arn}",
      depends_on: ["aws_iam_role_policy.baseline_trail"],
    });
    const statement = template.iamStatements().find(({ address }) => address === "aws_iam_role_policy.baseline_trail")?.statement;
    expect(statement).toMatchObject({
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: "${aws_cloudwatch_log_group.baseline_trail.arn}:log-stream:444444444444_CloudTrail_*",
    });
  });

  it("keeps events for a year in CloudWatch, by a key where one is given", () => {
    expect(workloadAccount()).toHaveResourceAt("aws_cloudwatch_log_group.baseline_trail", { retention_in_days: 365 });
    expect(workloadAccount().resource("aws_cloudwatch_log_group")).not.toHaveProperty("kms_key_id");
    const logsKey = { keyArn: "arn:aws:kms:eu-west-1:444444444444:key/1" };
    expect(workloadAccount({ logsKey })).toHaveResource("aws_cloudwatch_log_group", { kms_key_id: logsKey.keyArn });
  });

  it("says nothing of objects until it is asked to", () => {
    expect(trail()["advanced_event_selector"]).toEqual([]);
  });

  it("looks at the buckets named, beside what is managed", () => {
    const buckets = ["arn:aws:s3:::shop-docs"];
    expect(trail({ trail: { dataEvents: { buckets } } })["advanced_event_selector"]).toEqual([
      { name: "Management events", field_selector: [{ field: "eventCategory", equals: ["Management"] }] },
      {
        name: "Objects in S3",
        field_selector: [
          { field: "eventCategory", equals: ["Data"] },
          { field: "resources.type", equals: ["AWS::S3::Object"] },
          { field: "resources.ARN", starts_with: ["arn:aws:s3:::shop-docs/"] },
        ],
      },
    ]);
  });

  it.each([
    ["reads", "true"],
    ["writes", "false"],
  ] as const)("looks at %s alone", (events, readOnly) => {
    const selectors = JSON.stringify(trail({ trail: { dataEvents: { buckets: "all", events } } })["advanced_event_selector"]);
    expect(selectors).toContain(JSON.stringify({ equals: [readOnly], field: "readOnly" }));
    expect(selectors).not.toContain("resources.ARN");
  });

  it("looks for what is unusual when asked to", () => {
    expect(trail({ trail: { insights: ["ApiErrorRateInsight"] } })["insight_selector"]).toEqual([{ insight_type: "ApiErrorRateInsight" }]);
  });

  it("is another by its overrides, which win", () => {
    expect(workloadAccount({ overrides: { trail: { snsTopicName: "trails" } } })).toHaveResource("aws_cloudtrail", {
      sns_topic_name: "trails",
    });
  });
});

describe("the alarms of CIS", () => {
  it("are fifteen, one for each of 4.1 to 4.15", () => {
    expect(Object.values(watched).map(({ control }) => control)).toEqual(Array.from({ length: 15 }, (_, index) => `4.${index + 1}`));
  });

  it.each(watchedNames)("count %s, and tell at the first", (name) => {
    const template = workloadAccount({ alarmTopic: topic });
    const metric = name.replaceAll("_", "-");
    expect(template).toHaveResourceAt(`aws_cloudwatch_log_metric_filter.baseline_${name}`, {
      log_group_name: "${aws_cloudwatch_log_group.baseline_trail.name}",
      pattern: watched[name].pattern,
      metric_transformation: { name: metric, namespace: "shop/audit", value: "1" },
    });
    expect(template).toHaveResourceAt(`aws_cloudwatch_metric_alarm.baseline_${name}`, {
      metric_name: metric,
      namespace: "shop/audit",
      statistic: "Sum",
      threshold: 1,
      comparison_operator: "GreaterThanOrEqualToThreshold",
      alarm_actions: [topic.topicArn],
    });
  });

  it.each(watchedNames)("have a pattern for %s that CloudWatch takes: at most 1,024 characters, in braces", (name) => {
    const { pattern } = watched[name];
    expect(pattern.length).toBeLessThanOrEqual(1024);
    expect(pattern).toMatch(/^\{.+\}$/);
    expect(pattern.split("(").length).toBe(pattern.split(")").length);
  });

  it("are quieter, or off, by their names", () => {
    const template = workloadAccount({ audit: { alarms: { unauthorized_api_calls: 25, vpc_changes: "off" } } });
    expect(template).toHaveResourceAt("aws_cloudwatch_metric_alarm.baseline_unauthorized_api_calls", { threshold: 25 });
    expect(template.addresses.filter((address) => address.endsWith("_vpc_changes"))).toEqual([]);
  });
});
