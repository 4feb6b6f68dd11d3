import type { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js";
import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { alarmStatus, graph, makeDashboard } from "@groundplan/alarms";
import type { Blueprint } from "./blueprint.js";
import { edgeRegion as region } from "./edge.js";
import { metricsOf, type Observed } from "./site-metrics.js";

/** What a site's people look at first. */
export function makeSiteDashboard(
  { module, config }: Blueprint,
  { observed, alarms }: { readonly observed: Observed; readonly alarms: readonly CloudwatchMetricAlarm[] },
): CloudwatchDashboard | undefined {
  const { name, dashboard, realtimeMetrics, alarms: thresholds } = config;
  if (!dashboard) return undefined;
  const metrics = metricsOf(observed);
  const percent = { min: 0, max: 100 };
  return makeDashboard(module, {
    name,
    widgets: [
      alarmStatus({ title: `Alarms of ${name}`, alarms }),
      graph({ title: "Requests", region, periodSeconds: 300, lines: [{ metric: metrics.requests }] }),
      graph({
        title: "5xx, percent",
        region,
        periodSeconds: 300,
        lines: [{ metric: metrics.errors5xx }],
        threshold: thresholds.errors5xxPercent,
      }),
      graph({
        title: "4xx, percent",
        region,
        periodSeconds: 300,
        lines: [{ metric: metrics.errors4xx }],
        threshold: thresholds.errors4xxPercent,
      }),
      graph({ title: "Delivered, bytes", region, periodSeconds: 300, lines: [{ metric: metrics.bytesDownloaded }] }),
      graph({
        title: "Edge function",
        region,
        periodSeconds: 300,
        lines: [
          { metric: metrics.functionErrors, label: "errors" },
          { metric: metrics.functionUtilization, label: "time used, percent", axis: "right" },
        ],
      }),
      ...(realtimeMetrics
        ? [
            graph({
              title: "Cache hits, percent",
              region,
              periodSeconds: 300,
              lines: [{ metric: metrics.cacheHitRate }],
              leftAxis: percent,
            }),
            graph({
              title: "Origin latency, milliseconds",
              region,
              periodSeconds: 300,
              lines: [{ metric: metrics.originLatency, label: "p95" }],
              threshold: thresholds.originLatencyMs,
            }),
          ]
        : []),
    ],
  });
}
