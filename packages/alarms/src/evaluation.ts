import { Token } from "cdktf";

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
 * Refuses what CloudWatch refuses at apply.
 *
 * @throws {Error} which names the alarm
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export function checkEvaluation(alarmName: string, { periodSeconds, evaluationPeriods, datapointsToAlarm }: Evaluation): void {
  const refuse = (what: string): never => {
    throw new Error(`the alarm "${alarmName}": ${what}`);
  };
  if ([periodSeconds, evaluationPeriods, datapointsToAlarm].some(Token.isUnresolved)) return;
  if (![10, 20, 30].includes(periodSeconds) && (periodSeconds <= 0 || periodSeconds % 60 !== 0))
    refuse(`"periodSeconds" ${periodSeconds} is no period of CloudWatch's; give 10, 20, 30, or a multiple of 60`);
  const [most, words] = periodSeconds >= 3600 ? [7 * day, "seven days"] : [day, "a day"];
  if (periodSeconds * evaluationPeriods > most)
    refuse(
      `"evaluationPeriods" ${evaluationPeriods} of ${periodSeconds} seconds are longer than ${words}; give at most ${Math.floor(most / periodSeconds)}`,
    );
  if (datapointsToAlarm !== undefined && datapointsToAlarm > evaluationPeriods)
    refuse(`"datapointsToAlarm" ${datapointsToAlarm} is more than "evaluationPeriods" ${evaluationPeriods}; give at most that`);
}
