/** How a period's values become one: CloudWatch's own words. `p95` is the value that 95 of 100 stay beneath. */
export type Statistic = "Average" | "Maximum" | "Minimum" | "SampleCount" | "Sum" | `p${number}` | `tm${number}`;

/** One metric, as CloudWatch knows it. */
export interface Metric {
  /** `AWS/ECS`. */
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: Statistic;
}

/**
 * A value that is computed from metrics.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export interface MetricMath {
  /** In metric math, over the keys of `metrics`: `100 * errors / requests`. */
  readonly expression: string;
  /** What it is called in a graph. */
  readonly label: string;
  /** Keys begin with a lower-case letter; then letters, digits and underscores. */
  readonly metrics: Readonly<Record<string, Metric>>;
}

export function isMath(metric: Metric | MetricMath): metric is MetricMath {
  return "expression" in metric;
}

/** What a share is made from. */
export interface ShareOf {
  readonly part: Metric;
  readonly whole: Metric;
  readonly label: string;
}

/**
 * A part of a whole in percent; nothing of nothing is none.
 *
 * AWS leaves out of most counters what did not happen: the part is filled up, or an alarm would go on judging by old values.
 *
 * @example share({ part: errors, whole: requests, label: "failed requests, percent" })
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-missing-data
 */
export function share({ part, whole, label }: ShareOf): MetricMath {
  return { expression: "IF(whole > 0, 100 * FILL(part, 0) / whole, 0)", label, metrics: { part, whole } };
}
