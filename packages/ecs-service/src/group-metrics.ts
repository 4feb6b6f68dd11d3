import { type Metric, type MetricMath, type Statistic, share } from "@groundplan/alarms";

/** The target groups of a service, as CloudWatch knows them. */
export interface MeasuredGroups {
  readonly loadBalancer: string;
  readonly blue: string;
  /** CodeDeploy's second one. Which of them has the traffic is known to CodeDeploy alone, so that both are measured together. */
  readonly green: string | undefined;
}

/** What the load balancer sees of a service. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html */
export interface RequestMetrics {
  readonly count: Metric | MetricMath;
  readonly serverErrorPercent: MetricMath;
  readonly p95LatencySeconds: Metric | MetricMath;
  readonly unhealthyTargets: Metric | MetricMath;
}

export function requestMetrics(groups: MeasuredGroups): RequestMetrics {
  const sum = "FILL(blue, 0) + FILL(green, 0)";
  return {
    count: together(groups, { name: "RequestCount", statistic: "Sum", expression: sum, label: "requests" }),
    serverErrorPercent: errorShare(groups),
    p95LatencySeconds: together(groups, {
      name: "TargetResponseTime",
      statistic: "p95",
      expression: "MAX([FILL(blue, 0), FILL(green, 0)])",
      label: "seconds in which 95 of 100 are answered",
    }),
    unhealthyTargets: together(groups, { name: "UnHealthyHostCount", statistic: "Maximum", expression: sum, label: "unhealthy targets" }),
  };
}

interface Measured {
  readonly name: string;
  readonly statistic: Statistic;
  /** Of `blue` and `green`. */
  readonly expression: string;
  readonly label: string;
}

/** The one group's metric itself, or what is computed from both. */
function together(groups: MeasuredGroups, { name, statistic, expression, label }: Measured): Metric | MetricMath {
  const { blue, green } = groups;
  if (green === undefined) return ofGroup(groups, blue, { name, statistic });
  return {
    expression,
    label,
    metrics: { blue: ofGroup(groups, blue, { name, statistic }), green: ofGroup(groups, green, { name, statistic }) },
  };
}

function errorShare(groups: MeasuredGroups): MetricMath {
  const { blue, green } = groups;
  const label = "requests answered by 5xx, percent";
  const errors = { name: "HTTPCode_Target_5XX_Count", statistic: "Sum" } as const;
  const requests = { name: "RequestCount", statistic: "Sum" } as const;
  const ofBlue = { part: ofGroup(groups, blue, errors), whole: ofGroup(groups, blue, requests) };
  if (green === undefined) return share({ ...ofBlue, label });
  const whole = "(FILL(whole, 0) + FILL(whole2, 0))";
  return {
    expression: `IF(${whole} > 0, 100 * (FILL(part, 0) + FILL(part2, 0)) / ${whole}, 0)`,
    label,
    metrics: { ...ofBlue, part2: ofGroup(groups, green, errors), whole2: ofGroup(groups, green, requests) },
  };
}

function ofGroup(groups: MeasuredGroups, TargetGroup: string, metric: Pick<Metric, "name" | "statistic">): Metric {
  return { namespace: "AWS/ApplicationELB", dimensions: { LoadBalancer: groups.loadBalancer, TargetGroup }, ...metric };
}
