import { z } from "zod";

// CloudWatch takes any positive number of standard deviations; beneath 1 a band alarms all the time, and above 10 never.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#using-anomaly-detection-on-metric-math
const anomaly = z.strictObject({
  anomalyBand: z.number().min(1).max(10).describe("Standard deviations that the metric may stray from what CloudWatch expects of it."),
});

const off = z.literal("off");

/** When an alarm goes off: at a number, out of the band that CloudWatch learns from the metric's past two weeks, or never. */
export type Threshold = number | Readonly<z.output<typeof anomaly>> | "off";

/** What a threshold's field is made from. */
export interface ThresholdOptions {
  readonly default: Threshold;
  /** What the number means, with its unit: `Share of the requests that may fail, in percent.` */
  readonly describe: string;
  readonly min?: number;
  readonly max?: number;
}

/**
 * A field for an alarm's threshold: a number, `{ anomalyBand: 2 }`, or `"off"`, which makes no alarm.
 *
 * @example errorShare: threshold({ default: 1, min: 0, max: 100, describe: "Share of the requests that may fail, in percent." })
 */
export const threshold = ({ default: given, describe, min = 0, max }: ThresholdOptions) =>
  z
    .union([max === undefined ? z.number().min(min) : z.number().min(min).max(max), anomaly, off])
    .default(given)
    .describe(describe);
