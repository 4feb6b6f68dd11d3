import { CloudwatchCompositeAlarm, type CloudwatchCompositeAlarmConfig } from "@cdktf/provider-aws/lib/cloudwatch-composite-alarm/index.js";
import { type AlarmTopic, address } from "@groundplan/core";
import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { toldTo } from "./metric-alarm.js";

/** An alarm, as others see it; `undefined` is one whose threshold is off. */
type Member = { readonly alarmName: string } | undefined;

/** When an alarm on other alarms goes off. */
export interface AlarmRule {
  /** In AWS's words: `ALARM("shop-slow") AND NOT ALARM("shop-deploying")`. */
  readonly expression: string;
  /** The alarms that it names. */
  readonly members: readonly Member[];
}

/** What an alarm on other alarms is made from. */
export interface CompositeAlarm {
  /** The suffix of its address: `unhealthy` makes `aws_cloudwatch_composite_alarm.<module>_unhealthy`. */
  readonly name: string;
  /** Its name in AWS, at most 255 characters. */
  readonly alarmName: string;
  /** What it means, and what to do first. At most 1,024 characters. */
  readonly description: string;
  /** Of `anyOf` or `allOf`, or written by yourself. `undefined`, as of alarms that are all off, makes no alarm. */
  readonly rule: AlarmRule | undefined;
  readonly topic?: AlarmTopic | undefined;
  /** Arguments of the alarm itself, for what the other properties do not cover. */
  readonly overrides?: Partial<CloudwatchCompositeAlarmConfig> | undefined;
}

/**
 * An alarm on other alarms, up to 100 of them: one message for what has one cause.
 *
 * Its members, and what they refer to, are from then on replaced by making the new one first: AWS deletes no alarm that another one
 * names. Where a member's dimension is something whose name cannot exist twice, give the name and not a reference.
 *
 * Cost: 0.50 USD a month.
 *
 * @example compositeAlarm(this, { name: "failing", alarmName, description, rule: anyOf(errors, latency), topic })
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export function compositeAlarm(module: Construct, alarm: CompositeAlarm): CloudwatchCompositeAlarm | undefined {
  if (alarm.rule === undefined) return undefined;
  alarm.rule.members.forEach(outliveTheRule);
  return address(
    new CloudwatchCompositeAlarm(module, `${alarm.name}-composite`, {
      alarmName: alarm.alarmName,
      alarmDescription: alarm.description,
      alarmRule: alarm.rule.expression,
      ...toldTo(alarm.topic),
      ...alarm.overrides,
    }),
    module,
    alarm.name,
  );
}

// Terraform changes the rule before it deletes an alarm that was in it only where the alarm is created before it is destroyed.
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html
function outliveTheRule(member: Member): void {
  if (!TerraformResource.isTerraformResource(member)) return;
  member.lifecycle = { ...member.lifecycle, createBeforeDestroy: true };
}

/** The rule of an alarm that goes off with the first of several. */
export function anyOf(...alarms: readonly Member[]): AlarmRule | undefined {
  return joined(alarms, " OR ");
}

/** The rule of an alarm that goes off when all of several have. */
export function allOf(...alarms: readonly Member[]): AlarmRule | undefined {
  return joined(alarms, " AND ");
}

// By name: an ARN is known only after the alarm was made, and the rule would be unknown in the plan.
function joined(alarms: readonly Member[], operator: string): AlarmRule | undefined {
  const members = alarms.filter((alarm) => alarm !== undefined);
  if (members.length === 0) return undefined;
  return { expression: members.map(({ alarmName }) => `ALARM("${alarmName}")`).join(operator), members };
}
