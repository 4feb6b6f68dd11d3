import { CloudwatchCompositeAlarm, type CloudwatchCompositeAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-composite-alarm/index.js";
import { type AlarmTopic, address } from "@groundplan/core";
import type { Construct } from "constructs";
import { toldTo } from "./metric-alarm.js";

/** What an alarm on other alarms is made from. */
export interface CompositeAlarm {
  /** The suffix of its address: `unhealthy` makes `aws_cloudwatch_composite_alarm.<module>_unhealthy`. */
  readonly name: string;
  /** Its name in AWS, at most 255 characters. */
  readonly alarmName: string;
  /** What it means, and what to do first. At most 1,024 characters. */
  readonly description: string;
  /** Of `anyOf` or `allOf`, or written in AWS's words. `undefined`, as of alarms that are all off, makes no alarm. */
  readonly rule: string | undefined;
  readonly topic?: AlarmTopic | undefined;
  /** Arguments of the alarm itself, for what the other properties do not cover. */
  readonly overrides?: Partial<CloudwatchCompositeAlarmConfig> | undefined;
}

/** An alarm, as others see it; `undefined` is one whose threshold is off. */
type Member = { readonly alarmName: string } | undefined;

/**
 * An alarm on other alarms, up to 100 of them: one message for what has one cause.
 *
 * Cost: 0.50 USD a month.
 *
 * @example compositeAlarm(this, { name: "failing", alarmName, description, rule: anyOf(errors, latency), topic })
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export function compositeAlarm(module: Construct, alarm: CompositeAlarm): CloudwatchCompositeAlarm | undefined {
  if (alarm.rule === undefined) return undefined;
  return address(
    new CloudwatchCompositeAlarm(module, `${alarm.name}-composite`, {
      alarmName: alarm.alarmName,
      alarmDescription: alarm.description,
      alarmRule: alarm.rule,
      ...toldTo(alarm.topic),
      ...alarm.overrides,
    }),
    module,
    alarm.name,
  );
}

/** The rule of an alarm that goes off with the first of several. */
export function anyOf(...alarms: readonly Member[]): string | undefined {
  return rule(alarms, " OR ");
}

/** The rule of an alarm that goes off when all of several have. */
export function allOf(...alarms: readonly Member[]): string | undefined {
  return rule(alarms, " AND ");
}

// By name: an ARN is known only after the alarm was made, and the rule would be unknown in the plan.
function rule(alarms: readonly Member[], operator: string): string | undefined {
  const made = alarms.filter((alarm) => alarm !== undefined);
  return made.length === 0 ? undefined : made.map(({ alarmName }) => `ALARM("${alarmName}")`).join(operator);
}
