import type {
  CloudwatchMetricAlarmConfig,
  CloudwatchMetricAlarmMetricQuery,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { isMath, type Metric, type MetricMath } from "./metric.js";

type Judgement = Partial<CloudwatchMetricAlarmConfig> & Pick<CloudwatchMetricAlarmConfig, "comparisonOperator">;

interface Judged {
  readonly metric: Metric | MetricMath;
  readonly comparison: string;
  readonly bothSides?: boolean | undefined;
  readonly periodSeconds: number;
}

/** By a number that somebody gave. */
export function judgedByNumber({ metric, comparison, periodSeconds, threshold }: Judged & { readonly threshold: number }): Judgement {
  const judgement = { comparisonOperator: comparison, threshold };
  if (isMath(metric)) return { ...judgement, metricQuery: [computed(metric), ...inputs(metric, periodSeconds)] };
  const { namespace, name, dimensions, statistic } = metric;
  return {
    ...judgement,
    namespace,
    metricName: name,
    dimensions,
    period: periodSeconds,
    ...(/^[A-Z]/.test(statistic) ? { statistic } : { extendedStatistic: statistic }),
  };
}

/**
 * By the band that CloudWatch learns.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Anomaly_Detection_Alarm.html
 */
export function judgedByBand({ anomalyBand, ...judged }: Judged & { readonly anomalyBand: number }): Judgement {
  const { metric, periodSeconds } = judged;
  const value = isMath(metric)
    ? [computed(metric), ...inputs(metric, periodSeconds)]
    : [input(metric, { id: "value", periodSeconds, returnData: true })];
  const band = { id: "band", expression: `ANOMALY_DETECTION_BAND(value, ${anomalyBand})`, label: "expected", returnData: true };
  return { comparisonOperator: sideOf(judged), thresholdMetricId: "band", metricQuery: [band, ...value] };
}

function sideOf({ comparison, bothSides }: Judged): string {
  if (bothSides === true) return "LessThanLowerOrGreaterThanUpperThreshold";
  return comparison.startsWith("Greater") ? "GreaterThanUpperThreshold" : "LessThanLowerThreshold";
}

function computed({ expression, label }: MetricMath): CloudwatchMetricAlarmMetricQuery {
  return { id: "value", expression, label, returnData: true };
}

function inputs({ metrics }: MetricMath, periodSeconds: number): CloudwatchMetricAlarmMetricQuery[] {
  return Object.entries(metrics).map(([id, metric]) => input(metric, { id, periodSeconds, returnData: false }));
}

interface Place {
  readonly id: string;
  readonly periodSeconds: number;
  readonly returnData: boolean;
}

function input(
  { namespace, name, dimensions, statistic }: Metric,
  { id, periodSeconds, returnData }: Place,
): CloudwatchMetricAlarmMetricQuery {
  return { id, returnData, metric: { namespace, metricName: name, dimensions, period: periodSeconds, stat: statistic } };
}
