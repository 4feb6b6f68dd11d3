import type { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { alarmStatus, graph, type Metric, type MetricMath, makeDashboard, type Widget } from "@groundplan/alarms";
import type { Blueprint } from "./blueprint.js";
import { type DatabaseMetrics, metricsOf, type Watched } from "./watched.js";

/** What a database's people look at first: the database and its replicas, a line each. */
export function makeDatabaseDashboard(
  { module, config }: Blueprint,
  { watched, alarms }: { readonly watched: readonly Watched[]; readonly alarms: readonly CloudwatchMetricAlarm[] },
): CloudwatchDashboard | undefined {
  if (!config.dashboard) return undefined;
  const regions = [...new Set(watched.map(({ region }) => region.region))];
  return makeDashboard(module, {
    name: config.name,
    widgets: [
      alarmStatus({ title: `Alarms of ${config.name}`, alarms }),
      ...regions.flatMap((region) =>
        graphsOf(
          region === config.region ? "" : `${region}: `,
          watched.filter((one) => one.region.region === region),
        ),
      ),
    ],
  });
}

/** A graph's title, its unit, and the metric that it draws. */
const drawn: readonly (readonly [title: string, metric: (metrics: DatabaseMetrics) => Metric | MetricMath | undefined])[] = [
  ["CPU, percent", ({ cpu }) => cpu],
  ["Connections", ({ connections }) => connections],
  ["Freeable memory, bytes", ({ freeableMemory }) => freeableMemory],
  ["Read latency, seconds", ({ readLatency }) => readLatency],
  ["Write latency, seconds", ({ writeLatency }) => writeLatency],
  ["Free storage, bytes", ({ freeStorage }) => freeStorage],
  ["Replica lag", ({ lag }) => lag],
  ["Serverless capacity in use, percent", ({ serverless }) => serverless],
];

function graphsOf(prefix: string, watched: readonly Watched[]): Widget[] {
  return drawn.flatMap(([title, pick]) => {
    const lines = watched.flatMap((one) => {
      const metric = pick(metricsOf(one));
      return metric === undefined ? [] : [{ metric, label: one.name === undefined ? "database" : one.name }];
    });
    const [first] = watched;
    return lines.length === 0 || first === undefined ? [] : [graph({ title: `${prefix}${title}`, region: first.region.region, lines })];
  });
}
