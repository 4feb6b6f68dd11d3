import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { type MetricAlarm, metricAlarm } from "@groundplan/alarms";
import { awsName } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import type { RequestMetrics } from "./group-metrics.js";
import type { ServiceMetrics } from "./metrics.js";

type Alarm = Omit<MetricAlarm, "alarmName" | "comparison" | "evaluationPeriods" | "periodSeconds" | "topic"> & Partial<MetricAlarm>;

/** A service's alarms; one that is off is not there. */
export interface ServiceAlarms {
  /** What a bad revision sets off: a deployment is rolled back by these. */
  readonly ofRequests: readonly CloudwatchMetricAlarm[];
  readonly others: readonly CloudwatchMetricAlarm[];
}

export function makeAlarms(blueprint: Blueprint, metrics: ServiceMetrics): ServiceAlarms {
  const make = (alarms: readonly Alarm[]) => alarms.map((alarm) => makeAlarm(blueprint, alarm)).filter((alarm) => alarm !== undefined);
  const { requests } = metrics;
  return {
    ofRequests: requests === undefined ? [] : make(revisionAlarms(blueprint, requests)),
    others: make([...(requests === undefined ? [] : [targetAlarm(blueprint, requests)]), ...taskAlarms(blueprint, metrics)]),
  };
}

function makeAlarm({ module, config, wiring }: Blueprint, alarm: Alarm): CloudwatchMetricAlarm | undefined {
  return metricAlarm(module, {
    alarmName: awsName("aws_cloudwatch_metric_alarm", config.name, alarm.name),
    comparison: "GreaterThanThreshold",
    periodSeconds: 60,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    topic: wiring.alarmTopic,
    ...alarm,
  });
}

function revisionAlarms({ config: { name, alarms } }: Blueprint, requests: RequestMetrics): Alarm[] {
  return [
    {
      name: "server-errors",
      description: `${name} answers too many requests by 5xx. Read its log; was it deployed just now?`,
      threshold: alarms.serverErrorPercent,
      metric: requests.serverErrorPercent,
      missingData: "notBreaching",
    },
    {
      name: "latency",
      description: `${name} is slow: one of 20 requests takes longer than it should. Look at its CPU, and at what it asks.`,
      threshold: alarms.p95LatencySeconds,
      metric: requests.p95LatencySeconds,
      missingData: "notBreaching",
    },
  ];
}

function targetAlarm({ config: { name, alarms } }: Blueprint, requests: RequestMetrics): Alarm {
  return {
    name: "unhealthy-targets",
    description: `Tasks of ${name} fail their health check and get no requests. Read their log.`,
    threshold: alarms.unhealthyTargets,
    metric: requests.unhealthyTargets,
    missingData: "notBreaching",
  };
}

function taskAlarms({ config: { name, alarms } }: Blueprint, { cpu, memory, missingTasks }: ServiceMetrics): Alarm[] {
  return [
    {
      name: "cpu",
      description: `The tasks of ${name} are near the end of their CPU. Give it more tasks, or larger ones.`,
      threshold: alarms.cpuPercent,
      metric: cpu,
      missingData: "missing",
    },
    {
      name: "memory",
      description: `The tasks of ${name} are near the end of their memory, and are killed beyond it. Give them more, or look for a leak.`,
      threshold: alarms.memoryPercent,
      metric: memory,
      missingData: "missing",
    },
    {
      name: "missing-tasks",
      description: `Fewer tasks of ${name} run than are wanted, for ten minutes. Look at the service's events for the reason.`,
      threshold: alarms.runningBelowDesired ? 0 : "off",
      metric: missingTasks,
      evaluationPeriods: 10,
      datapointsToAlarm: 10,
      missingData: "missing",
    },
  ];
}
