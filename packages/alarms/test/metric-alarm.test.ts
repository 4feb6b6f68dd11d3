import { synthesize } from "@groundplan/testing";
import { TerraformOutput, type TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import { alarms } from "../examples/alarms.js";
import { type AlarmRule, allOf, anyOf, compositeAlarm, type Metric, type MetricAlarm, metricAlarm, share } from "../src/index.js";

const requests: Metric = {
  namespace: "AWS/ApplicationELB",
  name: "RequestCount",
  dimensions: { LoadBalancer: "app/shop/1" },
  statistic: "Sum",
};
const errors: Metric = { ...requests, name: "HTTPCode_Target_5XX_Count" };
const topic = { topicArn: "arn:aws:sns:eu-west-1:111111111111:alerts" };
const given: MetricAlarm = {
  name: "error-share",
  alarmName: "shop-error-share",
  description: "Requests fail.",
  threshold: 1,
  comparison: "GreaterThanThreshold",
  metric: requests,
  periodSeconds: 60,
  evaluationPeriods: 5,
  datapointsToAlarm: 3,
  missingData: "notBreaching",
  topic,
};

const made = (alarm: Partial<MetricAlarm>) => synthesize((stack) => void metricAlarm(stack, { ...given, ...alarm }));
const alarm = (changed: Partial<MetricAlarm> = {}) => made(changed).resource("aws_cloudwatch_metric_alarm");

describe("metricAlarm", () => {
  it("compares one metric with a number, and tells when it begins and when it is over", () => {
    expect(made({})).toHaveResourceAt("aws_cloudwatch_metric_alarm.error_share", {
      alarm_name: "shop-error-share",
      alarm_description: "Requests fail.",
      comparison_operator: "GreaterThanThreshold",
      threshold: 1,
      namespace: "AWS/ApplicationELB",
      metric_name: "RequestCount",
      dimensions: { LoadBalancer: "app/shop/1" },
      statistic: "Sum",
      period: 60,
      evaluation_periods: 5,
      datapoints_to_alarm: 3,
      treat_missing_data: "notBreaching",
      alarm_actions: [topic.topicArn],
      ok_actions: [topic.topicArn],
    });
  });

  it.each(["p95", "p99.9", "tm99"] as const)("takes %s for an extended statistic", (statistic) => {
    const latency = alarm({ metric: { ...requests, statistic } });
    expect(latency).toMatchObject({ extended_statistic: statistic });
    expect(latency).not.toHaveProperty("statistic");
  });

  it("computes a share without dividing by zero, and counts what was not reported as nothing", () => {
    const { metric_query, ...rest } = alarm({ metric: share({ part: errors, whole: requests, label: "failed, percent" }) });
    expect(metric_query).toEqual([
      { id: "value", expression: "IF(whole > 0, 100 * FILL(part, 0) / whole, 0)", label: "failed, percent", return_data: true },
      {
        id: "part",
        return_data: false,
        metric: {
          namespace: "AWS/ApplicationELB",
          metric_name: "HTTPCode_Target_5XX_Count",
          dimensions: { LoadBalancer: "app/shop/1" },
          period: 60,
          stat: "Sum",
        },
      },
      { id: "whole", return_data: false, metric: expect.objectContaining({ metric_name: "RequestCount" }) },
    ]);
    expect(rest).toMatchObject({ threshold: 1 });
    expect(rest).not.toHaveProperty("metric_name");
    expect(rest).not.toHaveProperty("period");
  });

  it("judges by the band that CloudWatch learns, which has no number", () => {
    const learnt = alarm({ threshold: { anomalyBand: 3 } });
    expect(learnt).toMatchObject({
      comparison_operator: "GreaterThanUpperThreshold",
      threshold_metric_id: "band",
      metric_query: [
        { id: "band", expression: "ANOMALY_DETECTION_BAND(value, 3)", label: "expected", return_data: true },
        { id: "value", return_data: true, metric: { metric_name: "RequestCount", period: 60, stat: "Sum" } },
      ],
    });
    for (const gone of ["threshold", "metric_name", "namespace", "statistic", "period", "dimensions"])
      expect(learnt).not.toHaveProperty(gone);
  });

  it("judges what is computed by a band, too, which reads the result and not what it comes from", () => {
    const learnt = alarm({ threshold: { anomalyBand: 2 }, metric: share({ part: errors, whole: requests, label: "failed" }) });
    expect(learnt["metric_query"]).toMatchObject([
      { id: "band", expression: "ANOMALY_DETECTION_BAND(value, 2)", return_data: true },
      { id: "value", expression: expect.stringContaining("part"), return_data: true },
      { id: "part", return_data: false },
      { id: "whole", return_data: false },
    ]);
  });

  it.each([
    ["GreaterThanThreshold", "GreaterThanUpperThreshold"],
    ["GreaterThanOrEqualToThreshold", "GreaterThanUpperThreshold"],
    ["LessThanThreshold", "LessThanLowerThreshold"],
    ["LessThanOrEqualToThreshold", "LessThanLowerThreshold"],
  ] as const)("looks at the side of the band that %s speaks of", (comparison, comparison_operator) => {
    expect(alarm({ comparison, threshold: { anomalyBand: 2 } })).toMatchObject({ comparison_operator });
  });

  it("can look at both sides of a band", () => {
    expect(alarm({ threshold: { anomalyBand: 2 }, bothSides: true })).toMatchObject({
      comparison_operator: "LessThanLowerOrGreaterThanUpperThreshold",
    });
    expect(alarm({ threshold: 2, bothSides: true })).toMatchObject({ comparison_operator: "GreaterThanThreshold" });
  });

  it("makes nothing where its threshold is off", () => {
    expect(made({ threshold: "off" }).addresses).toEqual([]);
  });

  it("only shows in CloudWatch where it has no topic", () => {
    const silent = alarm({ topic: undefined });
    expect(silent).not.toHaveProperty("alarm_actions");
    expect(silent).not.toHaveProperty("ok_actions");
  });

  it("takes overrides, which win", () => {
    expect(alarm({ overrides: { okActions: [], evaluateLowSampleCountPercentiles: "ignore" } })).toMatchObject({
      ok_actions: [],
      evaluate_low_sample_count_percentiles: "ignore",
    });
  });

  it.each<[string, Partial<MetricAlarm>, string]>([
    ["a period between", { periodSeconds: 90 }, '"periodSeconds" 90 is no period of CloudWatch\'s; give 10, 20, 30, or a multiple of 60'],
    ["no period", { periodSeconds: 0 }, '"periodSeconds" 0 is no period'],
    ["no periods", { evaluationPeriods: 0, datapointsToAlarm: undefined }, '"evaluationPeriods" 0 is no count; give at least 1'],
    ["more than a day", { periodSeconds: 300, evaluationPeriods: 289 }, "289 of 300 seconds are longer than a day; give at most 288"],
    ["more than a week", { periodSeconds: 3600, evaluationPeriods: 169 }, "are longer than seven days; give at most 168"],
    ["6 of 5", { datapointsToAlarm: 6 }, '"datapointsToAlarm" 6 is more than "evaluationPeriods" 5; give at most that'],
    ["a long story", { description: "x".repeat(1025) }, '"description" is too long; give at most 1024 characters'],
    ["a long name", { alarmName: "x".repeat(256) }, '"alarmName" is too long; give at most 255 characters'],
  ])("refuses what CloudWatch refuses at apply: %s", (_, wrong, message) => {
    expect(() => made(wrong)).toThrow(message);
  });

  it.each([
    { periodSeconds: 300, evaluationPeriods: 288 },
    { periodSeconds: 3600, evaluationPeriods: 168 },
    { periodSeconds: 10, evaluationPeriods: 6 },
  ])("takes what CloudWatch just takes: %o", (right) => {
    expect(() => made(right)).not.toThrow();
  });
});

describe("compositeAlarm", () => {
  const composite = (rule: (stack: TerraformStack) => AlarmRule | undefined) =>
    synthesize((stack) => {
      compositeAlarm(stack, { name: "unwell", alarmName: "shop-unwell", description: "Something is wrong.", rule: rule(stack), topic });
    });

  it.each([
    ["any", anyOf, 'ALARM("${aws_cloudwatch_metric_alarm.one.alarm_name}") OR ALARM("${aws_cloudwatch_metric_alarm.two.alarm_name}")'],
    ["all", allOf, 'ALARM("${aws_cloudwatch_metric_alarm.one.alarm_name}") AND ALARM("${aws_cloudwatch_metric_alarm.two.alarm_name}")'],
  ])("joins alarms by %s, without those that are off", (_, join, alarm_rule) => {
    const template = composite((stack) =>
      join(
        metricAlarm(stack, { ...given, name: "one" }),
        metricAlarm(stack, { ...given, name: "none", threshold: "off" }),
        metricAlarm(stack, { ...given, name: "two" }),
      ),
    );
    expect(template).toHaveResourceAt("aws_cloudwatch_composite_alarm.unwell", { alarm_rule, alarm_actions: [topic.topicArn] });
  });

  it("has its alarms deleted after it was changed: AWS deletes none that is named by another", () => {
    const template = composite((stack) => anyOf(metricAlarm(stack, { ...given, overrides: { lifecycle: { ignoreChanges: ["tags"] } } })));
    expect(template).toHaveResource("aws_cloudwatch_metric_alarm", {
      lifecycle: { create_before_destroy: true, ignore_changes: ["tags"] },
    });
    expect(alarm()).not.toHaveProperty("lifecycle");
  });

  it("takes a rule of one's own, and alarms that exist already", () => {
    const shop = { alarmName: "shop-slow" };
    const template = composite(() => ({ expression: 'ALARM("shop-slow") AND NOT ALARM("shop-deploying")', members: [shop] }));
    expect(template).toHaveResource("aws_cloudwatch_composite_alarm", { alarm_rule: 'ALARM("shop-slow") AND NOT ALARM("shop-deploying")' });
  });

  it("is not made where all of its alarms are off", () => {
    expect(composite((stack) => anyOf(metricAlarm(stack, { ...given, threshold: "off" }))).addresses).toEqual([]);
  });
});

describe("the example", () => {
  it("has the addresses of its version", () => {
    expect(synthesize((stack) => alarms(stack))).toHaveAddresses("golden/alarms.txt");
  });

  it("gives outputs that another module may read", () => {
    const template = synthesize((stack) => {
      new TerraformOutput(stack, "arn", { value: metricAlarm(stack, given)?.arn, staticId: true });
    });
    expect(template).toHaveOutput("arn", "${aws_cloudwatch_metric_alarm.error_share.arn}");
  });
});
