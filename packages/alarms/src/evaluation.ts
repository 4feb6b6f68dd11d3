import { isUnknown } from "@groundplan/core";

/** Over which time a metric is judged. */
export interface Evaluation {
  /** How long a value is gathered: 10, 20, 30, or a multiple of 60 seconds. */
  readonly periodSeconds: number;
  /** How many of the last periods are looked at. */
  readonly evaluationPeriods: number;
  /** How many of these must be beyond the threshold: 3 of 5. All of them, if it is left out. */
  readonly datapointsToAlarm?: number | undefined;
}

const day = 24 * 60 * 60;

/**
 * What CloudWatch would refuse at apply, in words; `undefined` where it would not. What is not known yet is passed.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export function wrongIn({ periodSeconds, evaluationPeriods, datapointsToAlarm }: Evaluation): string | undefined {
  if ([periodSeconds, evaluationPeriods, datapointsToAlarm].some(isUnknown)) return undefined;
  if (![10, 20, 30].includes(periodSeconds) && (periodSeconds <= 0 || periodSeconds % 60 !== 0))
    return `"periodSeconds" ${periodSeconds} is no period of CloudWatch's; give 10, 20, 30, or a multiple of 60`;
  if (evaluationPeriods < 1) return `"evaluationPeriods" ${evaluationPeriods} is no count; give at least 1`;
  const [most, words] = periodSeconds >= 3600 ? [7 * day, "seven days"] : [day, "a day"];
  if (periodSeconds * evaluationPeriods > most)
    return `"evaluationPeriods" ${evaluationPeriods} of ${periodSeconds} seconds are longer than ${words}; give at most ${Math.floor(most / periodSeconds)}`;
  if (datapointsToAlarm !== undefined && datapointsToAlarm > evaluationPeriods)
    return `"datapointsToAlarm" ${datapointsToAlarm} is more than "evaluationPeriods" ${evaluationPeriods}; give at most that`;
  return undefined;
}
