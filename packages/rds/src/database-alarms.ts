import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { type MetricAlarm, metricAlarm } from "@groundplan/alarms";
import type { Threshold } from "@groundplan/alarms/config";
import { awsName } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { providerArgument } from "./place.js";
import { type DatabaseMetrics, lagUnitsASecond, metricsOf, type Watched } from "./watched.js";

type Alarm = Pick<MetricAlarm, "name" | "description" | "threshold" | "comparison" | "metric"> & Partial<MetricAlarm>;

const above = "GreaterThanThreshold";
const below = "LessThanThreshold";

const mib = 1024 ** 2;
const gib = 1024 ** 3;

/** The alarms of the database and of each replica; one that is off is not there. */
export function makeAlarms(blueprint: Blueprint, watched: readonly Watched[]): readonly CloudwatchMetricAlarm[] {
  return watched.flatMap((one) => {
    const metrics = metricsOf(one);
    const alarms = [...loadAlarms(blueprint, one, metrics), ...diskAlarms(blueprint, one, metrics)];
    return alarms.map((alarm) => makeAlarm(blueprint, one, alarm)).filter((alarm) => alarm !== undefined);
  });
}

function makeAlarm({ module, config }: Blueprint, { name, region }: Watched, alarm: Alarm): CloudwatchMetricAlarm | undefined {
  const suffix = [...(name === undefined ? [] : [name]), alarm.name].join("-");
  return metricAlarm(module, {
    periodSeconds: 60,
    evaluationPeriods: 10,
    datapointsToAlarm: 8,
    // a database that is stopped tells nothing
    missingData: "missing",
    topic: region.alarmTopic,
    ...alarm,
    name: suffix,
    alarmName: awsName("aws_cloudwatch_metric_alarm", config.name, suffix),
    overrides: providerArgument(region.provider),
  });
}

function subject({ config }: Blueprint, { name }: Watched): string {
  return name === undefined ? config.name : `${config.name}-${name}`;
}

function loadAlarms(blueprint: Blueprint, watched: Watched, metrics: DatabaseMetrics): Alarm[] {
  const { alarms } = blueprint.config;
  const who = subject(blueprint, watched);
  return [
    {
      name: "cpu",
      description: `${who} is near the end of its CPU. Look at its top statements in Database Insights; then give it a larger size.`,
      threshold: alarms.cpuPercent,
      comparison: above,
      metric: metrics.cpu,
    },
    {
      name: "memory",
      description: `${who} has little memory left, and will swap or restart. Look at its connections; then give it a larger size.`,
      threshold: scaled(alarms.freeableMemoryMib, mib),
      comparison: below,
      metric: metrics.freeableMemory,
    },
    {
      name: "connections",
      description: `${who} has more connections than it should. Look for a client that opens too many; RDS Proxy shares them.`,
      threshold: alarms.connections,
      comparison: above,
      metric: metrics.connections,
    },
    ...(metrics.serverless === undefined
      ? []
      : [
          {
            name: "capacity",
            description: `${who} is near "size.maxAcu". Raise it, or look at its top statements in Database Insights.`,
            threshold: alarms.serverlessPercent,
            comparison: above,
            metric: metrics.serverless,
          } as const,
        ]),
  ];
}

function diskAlarms(blueprint: Blueprint, watched: Watched, metrics: DatabaseMetrics): Alarm[] {
  const { alarms } = blueprint.config;
  const who = subject(blueprint, watched);
  const { freeStorage, burstBalance, lag } = metrics;
  const { storageGib } = watched;
  return [
    {
      name: "read-latency",
      description: `${who} reads slowly from its storage. Look at its IOPS and throughput, and at what it reads.`,
      threshold: scaled(alarms.readLatencyMs, 1 / 1000),
      comparison: above,
      metric: metrics.readLatency,
    },
    {
      name: "write-latency",
      description: `${who} writes slowly to its storage. Look at its IOPS and throughput, and at what it writes.`,
      threshold: scaled(alarms.writeLatencyMs, 1 / 1000),
      comparison: above,
      metric: metrics.writeLatency,
    },
    ...(freeStorage === undefined || storageGib === undefined
      ? []
      : [
          {
            name: "free-storage",
            description: `${who} runs out of storage, and stops when it has none. Raise "storage.gib", and "storage.maxGib" with it.`,
            threshold: scaled(alarms.freeStoragePercent, (storageGib * gib) / 100),
            comparison: below,
            metric: freeStorage,
            evaluationPeriods: 5,
            datapointsToAlarm: 5,
          } as const,
        ]),
    ...(burstBalance === undefined
      ? []
      : [
          {
            name: "burst-balance",
            description: `${who} has used up most of its class's burst of disk traffic, and slows down without it. Give it a larger class.`,
            threshold: alarms.burstBalancePercent,
            comparison: below,
            metric: burstBalance,
            // told every five minutes
            periodSeconds: 300,
            evaluationPeriods: 3,
            datapointsToAlarm: 3,
          } as const,
        ]),
    ...(lag === undefined
      ? []
      : [
          {
            name: "replica-lag",
            description: `${who} lies behind: what is read there is old. Look for long transactions, or give replicas the writer's size.`,
            threshold: scaled(alarms.replicaLagSeconds, lagUnitsASecond(watched)),
            comparison: above,
            metric: lag,
          } as const,
        ]),
  ];
}

/** A threshold in CloudWatch's unit; a band has none. */
function scaled(threshold: Threshold, factor: number): Threshold {
  return typeof threshold === "number" ? threshold * factor : threshold;
}
