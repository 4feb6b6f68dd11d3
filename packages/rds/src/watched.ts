import type { Metric, MetricMath, Statistic } from "@groundplan/alarms";
import type { Region } from "./place.js";
import { isServerless, type Size } from "./schema/size.js";
import type { Shape } from "./shape.js";

/** An instance or a cluster that has alarms and graphs of its own. */
export interface Watched {
  /** `undefined` is the database itself; else a replica's name. */
  readonly name: string | undefined;
  /** What CloudWatch knows it by. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly shape: Shape;
  readonly size: Size;
  /** Allocated, where there is such a thing. */
  readonly storageGib: number | undefined;
  readonly region: Pick<Region, "region" | "provider" | "alarmTopic">;
  /** How CloudWatch tells how far it lies behind, where it does. */
  readonly lag: "ReplicaLag" | "AuroraReplicaLagMaximum" | "AuroraReplicaLag" | undefined;
}

/** What a database is judged by. */
export interface DatabaseMetrics {
  readonly cpu: Metric;
  readonly freeStorage: Metric | undefined;
  readonly freeableMemory: Metric;
  readonly connections: Metric;
  readonly readLatency: Metric;
  readonly writeLatency: Metric;
  readonly lag: Metric | undefined;
  readonly burstBalance: MetricMath | undefined;
  readonly serverless: Metric | undefined;
}

/**
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
 */
export function metricsOf({ dimensions, shape, size, lag }: Watched): DatabaseMetrics {
  const metric = (name: string, statistic: Statistic = "Average"): Metric => ({ namespace: "AWS/RDS", name, dimensions, statistic });
  const isAurora = shape === "aurora";
  return {
    cpu: metric("CPUUtilization"),
    freeStorage: isAurora ? undefined : metric("FreeStorageSpace", "Minimum"),
    freeableMemory: metric("FreeableMemory", "Minimum"),
    connections: metric("DatabaseConnections", "Maximum"),
    readLatency: metric("ReadLatency"),
    writeLatency: metric("WriteLatency"),
    lag: lag === undefined ? undefined : metric(lag, "Maximum"),
    burstBalance: isAurora ? undefined : burstBalance(metric),
    serverless: isServerless(size) ? metric("ACUUtilization", "Maximum") : undefined,
  };
}

/** CloudWatch tells of it for those classes alone that can lose it. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html */
function burstBalance(metric: (name: string, statistic: Statistic) => Metric): MetricMath {
  return {
    expression: "MIN([operations, bytes])",
    label: "burst balance, percent",
    metrics: { operations: metric("EBSIOBalance%", "Minimum"), bytes: metric("EBSByteBalance%", "Minimum") },
  };
}

/** Milliseconds are Aurora's, seconds everyone else's. */
export function lagUnitsASecond({ lag }: Watched): number {
  return lag === "ReplicaLag" ? 1 : 1000;
}
