import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { type MetricAlarm, metricAlarm } from "@groundplan/alarms";
import { awsName } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { edgeProviderOf, providerArgument } from "./edge.js";
import { metricsOf, type Observed } from "./site-metrics.js";

type Alarm = Pick<MetricAlarm, "name" | "description" | "threshold" | "metric"> & Partial<MetricAlarm>;

/** The site's alarms, in us-east-1, where CloudFront counts; one that is off is not there. */
export function makeAlarms(blueprint: Blueprint, observed: Observed): readonly CloudwatchMetricAlarm[] {
  const { module, config, wiring } = blueprint;
  const wanted = alarmsOf(blueprint, observed).filter(({ threshold }) => threshold !== "off");
  if (wanted.length === 0) return [];
  const provider = providerArgument(edgeProviderOf(blueprint, "alarms stand"));
  return wanted
    .map((alarm) =>
      metricAlarm(module, {
        comparison: "GreaterThanThreshold",
        periodSeconds: 300,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        // nobody asked, so nothing failed
        missingData: "notBreaching",
        topic: wiring.edgeAlarmTopic,
        ...alarm,
        alarmName: awsName("aws_cloudwatch_metric_alarm", config.name, alarm.name),
        overrides: provider,
      }),
    )
    .filter((alarm) => alarm !== undefined);
}

function alarmsOf({ config }: Blueprint, observed: Observed): Alarm[] {
  const { name, alarms, realtimeMetrics } = config;
  const metrics = metricsOf(observed);
  return [
    {
      name: "errors-5xx",
      description: `${name} fails for its visitors. Look for 5xx in its access logs: x-edge-detailed-result-type says at which end.`,
      threshold: alarms.errors5xxPercent,
      metric: metrics.errors5xx,
    },
    {
      name: "errors-4xx",
      description: `Many ask ${name} for what is not there, or not allowed. After a publish, a file is missing: roll back; else look for a scanner in its access logs.`,
      threshold: alarms.errors4xxPercent,
      metric: metrics.errors4xx,
    },
    {
      name: "function-errors",
      description: `The edge function of ${name} fails, and with it each request. Look at its logs, /aws/cloudfront/function/ in us-east-1.`,
      threshold: alarms.functionErrors,
      metric: metrics.functionErrors,
      comparison: "GreaterThanOrEqualToThreshold",
      evaluationPeriods: 1,
      datapointsToAlarm: 1,
    },
    {
      name: "origin-latency",
      description: `The bucket or an origin of ${name} answers slowly. Look which paths in its access logs: time-to-first-byte.`,
      threshold: realtimeMetrics ? alarms.originLatencyMs : "off",
      metric: metrics.originLatency,
    },
  ];
}
