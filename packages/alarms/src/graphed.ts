import { isMath, type Metric, type MetricMath } from "./metric.js";

/** A line in a graph. */
export interface Line {
  readonly metric: Metric | MetricMath;
  /** What it is called; the metric's own name if left out. */
  readonly label?: string;
  /** The left one if left out. */
  readonly axis?: "left" | "right";
  /** Such as `#d62728`; CloudWatch chooses if left out. */
  readonly color?: string;
}

type Rendered = readonly unknown[];

/**
 * Lines as a dashboard's body has them.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html#CloudWatch-Dashboard-Properties-Metrics-Array-Format
 */
export function graphed(lines: readonly Line[]): Rendered[] {
  return lines.flatMap((line, index) => {
    const { metric, label, axis = "left", color } = line;
    const look = { yAxis: axis, ...(color === undefined ? {} : { color }) };
    if (isMath(metric)) return computed(metric, `line${index}`, { ...look, label: label ?? metric.label });
    return [plain(metric, { ...look, ...(label === undefined ? {} : { label }) })];
  });
}

function plain({ namespace, name, dimensions, statistic }: Metric, look: Readonly<Record<string, unknown>>): Rendered {
  return [namespace, name, ...Object.entries(dimensions).flat(), { stat: statistic, ...look }];
}

// Ids are the widget's, and two lines may have the same ones: each gets its line's before it.
function computed({ expression, metrics }: MetricMath, line: string, look: Readonly<Record<string, unknown>>): Rendered[] {
  const ids = new Set(Object.keys(metrics));
  const renamed = expression.replace(/\b[a-z]\w*\b/g, (word) => (ids.has(word) ? `${line}_${word}` : word));
  return [
    [{ expression: renamed, id: line, ...look }],
    ...Object.entries(metrics).map(([id, metric]) => plain(metric, { id: `${line}_${id}`, visible: false })),
  ];
}
