import { CloudwatchMetricAlarm, type CloudwatchMetricAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { type AlarmTopic, address, isUnknown } from "@groundplan/core";
import type { Construct } from "constructs";
import { type Evaluation, wrongIn } from "./evaluation.js";
import { judgedByBand, judgedByNumber } from "./judgement.js";
import type { Metric, MetricMath } from "./metric.js";
import type { Threshold } from "./threshold.js";

/** On which side of its threshold a metric alarms. */
export type Comparison = "GreaterThanOrEqualToThreshold" | "GreaterThanThreshold" | "LessThanOrEqualToThreshold" | "LessThanThreshold";

/** What an alarm on a metric is made from. */
export interface MetricAlarm extends Evaluation {
  /** The suffix of its address: `error-share` makes `aws_cloudwatch_metric_alarm.<module>_error_share`. */
  readonly name: string;
  /** Its name in AWS, at most 255 characters: `shop-prod-api-error-share`. */
  readonly alarmName: string;
  /** What it means, and what to do first. At most 1,024 characters. */
  readonly description: string;
  /** `"off"` makes no alarm. */
  readonly threshold: Threshold;
  /** With an anomaly band, the same side of the band. */
  readonly comparison: Comparison;
  /** With an anomaly band, either side of it: fewer requests than expected are as strange as more. */
  readonly bothSides?: boolean | undefined;
  readonly metric: Metric | MetricMath;
  /**
   * What a period without values means: `notBreaching` for what is counted only when it happens, `breaching` for what must always
   * be there, `ignore` to stay as it is, `missing` to have no state.
   */
  readonly missingData: "breaching" | "ignore" | "missing" | "notBreaching";
  /** Where it is told that the alarm goes off, and that it is over. Without one it only shows in CloudWatch. */
  readonly topic?: AlarmTopic | undefined;
  /** Arguments of the alarm itself, for what the other properties do not cover. */
  readonly overrides?: Partial<CloudwatchMetricAlarmConfig> | undefined;
}

/**
 * An alarm on a metric, or on what metric math makes of several; at a number, or out of the band that CloudWatch learns.
 * From one to the other it is changed in place.
 *
 * Cost: 0.10 USD a month for each metric it reads, 0.30 USD under a period of 60 seconds; three times that with an anomaly band.
 *
 * @returns the alarm; `undefined` where the threshold is `"off"`
 * @throws {Error} where CloudWatch would refuse the periods, the name or the description
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export function metricAlarm(module: Construct, alarm: MetricAlarm): CloudwatchMetricAlarm | undefined {
  const { threshold, ...rest } = alarm;
  if (threshold === "off") return undefined;
  refuseWrong(alarm);
  return address(
    new CloudwatchMetricAlarm(module, `${alarm.name}-alarm`, {
      alarmName: alarm.alarmName,
      alarmDescription: alarm.description,
      evaluationPeriods: alarm.evaluationPeriods,
      ...(alarm.datapointsToAlarm === undefined ? {} : { datapointsToAlarm: alarm.datapointsToAlarm }),
      treatMissingData: alarm.missingData,
      ...toldTo(alarm.topic),
      ...(typeof threshold === "number" ? judgedByNumber({ ...rest, threshold }) : judgedByBand({ ...rest, ...threshold })),
      ...alarm.overrides,
    }),
    module,
    alarm.name,
  );
}

function refuseWrong({ alarmName, description, ...evaluation }: MetricAlarm): void {
  const wrong = tooLong("alarmName", alarmName, 255) ?? tooLong("description", description, 1024) ?? wrongIn(evaluation);
  if (wrong !== undefined) throw new Error(`the alarm "${alarmName}": ${wrong}`);
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
function tooLong(property: string, value: string, most: number): string | undefined {
  return isUnknown(value) || value.length <= most ? undefined : `"${property}" is too long; give at most ${most} characters`;
}

/** An alarm that has ended is told, too: whoever was woken may go back to bed. */
export function toldTo(topic: AlarmTopic | undefined): { alarmActions?: string[]; okActions?: string[] } {
  return topic === undefined ? {} : { alarmActions: [topic.topicArn], okActions: [topic.topicArn] };
}
