import type { CloudwatchDashboard } from "@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js";
import { alarmStatus, graph, makeDashboard, type Widget } from "@groundplan/alarms";
import type { Blueprint } from "./blueprint.js";
import type { RequestMetrics } from "./group-metrics.js";
import type { ServiceMetrics } from "./metrics.js";
import type { ServiceAlarms } from "./service-alarms.js";

/** What a service's people look at first. */
export function makeServiceDashboard(
  blueprint: Blueprint,
  { metrics, alarms }: { readonly metrics: ServiceMetrics; readonly alarms: ServiceAlarms },
): CloudwatchDashboard | undefined {
  const { module, config } = blueprint;
  if (!config.dashboard) return undefined;
  return makeDashboard(module, {
    name: config.name,
    widgets: [
      alarmStatus({ title: `Alarms of ${config.name}`, alarms: [...alarms.ofRequests, ...alarms.others] }),
      ...(metrics.requests === undefined ? [] : requestGraphs(blueprint, metrics.requests)),
      ...taskGraphs(blueprint, metrics),
    ],
  });
}

function requestGraphs({ config: { region, alarms } }: Blueprint, requests: RequestMetrics): Widget[] {
  return [
    graph({ title: "Requests a minute", region, lines: [{ metric: requests.count, label: "requests" }] }),
    graph({
      title: "Answered by 5xx, percent",
      region,
      lines: [{ metric: requests.serverErrorPercent }],
      threshold: alarms.serverErrorPercent,
    }),
    graph({
      title: "Latency, p95 seconds",
      region,
      lines: [{ metric: requests.p95LatencySeconds, label: "p95" }],
      threshold: alarms.p95LatencySeconds,
    }),
    graph({ title: "Unhealthy targets", region, lines: [{ metric: requests.unhealthyTargets, label: "unhealthy" }] }),
  ];
}

function taskGraphs({ config: { region, alarms } }: Blueprint, metrics: ServiceMetrics): Widget[] {
  const percent = { min: 0, max: 100 };
  return [
    graph({ title: "CPU, percent", region, lines: [{ metric: metrics.cpu }], leftAxis: percent, threshold: alarms.cpuPercent }),
    graph({ title: "Memory, percent", region, lines: [{ metric: metrics.memory }], leftAxis: percent, threshold: alarms.memoryPercent }),
    graph({
      title: "Tasks",
      region,
      lines: [
        { metric: metrics.runningTasks, label: "running" },
        { metric: metrics.wantedTasks, label: "wanted" },
      ],
    }),
  ];
}
