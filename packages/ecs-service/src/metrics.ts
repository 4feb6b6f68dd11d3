import type { Metric, MetricMath } from "@groundplan/alarms";
import type { Blueprint } from "./blueprint.js";
import { type RequestMetrics, requestMetrics } from "./group-metrics.js";
import type { Traffic } from "./traffic.js";

/** What a service is judged by. */
export interface ServiceMetrics {
  readonly cpu: Metric;
  readonly memory: Metric;
  readonly runningTasks: Metric;
  readonly wantedTasks: Metric;
  /** Tasks that are wanted and do not run. */
  readonly missingTasks: MetricMath;
  readonly requests: RequestMetrics | undefined;
}

/**
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html
 */
export function metricsOf({ config, wiring }: Blueprint, traffic: Traffic | undefined): ServiceMetrics {
  const dimensions = { ClusterName: wiring.cluster.clusterName, ServiceName: config.name };
  const ofService = (namespace: string, name: string): Metric => ({ namespace, name, dimensions, statistic: "Average" });
  const runningTasks = ofService("ECS/ContainerInsights", "RunningTaskCount");
  const wantedTasks = ofService("ECS/ContainerInsights", "DesiredTaskCount");
  return {
    cpu: ofService("AWS/ECS", "CPUUtilization"),
    memory: ofService("AWS/ECS", "MemoryUtilization"),
    runningTasks,
    wantedTasks,
    missingTasks: {
      expression: "wanted - FILL(running, 0)",
      label: "missing tasks",
      metrics: { wanted: wantedTasks, running: runningTasks },
    },
    requests: traffic === undefined ? undefined : requestMetrics(groupsOf(traffic)),
  };
}

function groupsOf({ loadBalancer, targetGroup, greenTargetGroup }: Traffic) {
  return {
    loadBalancer: loadBalancer.loadBalancerArnSuffix,
    blue: targetGroup.targetGroupArnSuffix,
    green: greenTargetGroup?.targetGroupArnSuffix,
  };
}
