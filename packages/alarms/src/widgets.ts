import { graphed, type Line } from "./graphed.js";
import type { Threshold } from "./threshold.js";

/** A rectangle on a dashboard, of CloudWatch's grid of 24 columns. */
export interface Widget {
  readonly type: "alarm" | "metric" | "text";
  readonly width: number;
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a graph is made from. */
export interface Graph {
  readonly title: string;
  /** Of the metrics. */
  readonly region: string;
  readonly lines: readonly Line[];
  /** Seconds that a point stands for; 60 if left out. */
  readonly periodSeconds?: number;
  /** Where the left axis begins and ends; 0 and open if left out. */
  readonly leftAxis?: { readonly min?: number; readonly max?: number };
  /** The alarm's, drawn as a line where it is a number. */
  readonly threshold?: Threshold;
  readonly stacked?: boolean;
  /** Columns; 8 if left out, so that three stand in a row. */
  readonly width?: number;
  /** Rows; 6 if left out. */
  readonly height?: number;
}

/**
 * Metrics over time.
 *
 * @example graph({ title: "CPU, percent", region, lines: [{ metric: cpu }], leftAxis: { min: 0, max: 100 }, threshold: 80 })
 */
export function graph(given: Graph): Widget {
  const { title, region, lines, threshold, periodSeconds = 60, leftAxis = {}, stacked = false, width = 8, height = 6 } = given;
  const alarmsAt = typeof threshold === "number" ? { annotations: { horizontal: [{ label: "alarm", value: threshold }] } } : {};
  return {
    type: "metric",
    width,
    height,
    properties: {
      title,
      region,
      view: "timeSeries",
      stacked,
      period: periodSeconds,
      metrics: graphed(lines),
      yAxis: { left: { min: 0, ...leftAxis } },
      ...alarmsAt,
    },
  };
}

/** What shows the state of alarms is made from. */
export interface AlarmStatus {
  readonly title: string;
  /** Those whose threshold is off are left out. */
  readonly alarms: readonly ({ readonly arn: string } | undefined)[];
}

/** The state of alarms, green or red, across the dashboard; nothing where all of them are off. AWS takes up to 100. */
export function alarmStatus({ title, alarms }: AlarmStatus): Widget | undefined {
  const made = alarms.filter((alarm) => alarm !== undefined).map(({ arn }) => arn);
  if (made.length === 0) return undefined;
  return { type: "alarm", width: 24, height: 2 + Math.ceil(made.length / 6), properties: { title, alarms: made } };
}

/** A text in Markdown, across the dashboard. */
export function text(markdown: string, height = 2): Widget {
  return { type: "text", width: 24, height, properties: { markdown } };
}
