import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import type { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import {
  SchedulerSchedule,
  type SchedulerScheduleConfig,
  type SchedulerScheduleTargetEcsParameters,
} from "@cdktf/provider-aws/lib/scheduler-schedule/index.js";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue/index.js";
import { type AlarmTopic, address, checkProps } from "@groundplan/core";
import { Construct } from "constructs";
import { type ScheduledTaskConfig, schemas } from "./config.js";
import { makeAlarm, makeDeadLetterQueue } from "./dead-letter-queue.js";
import type { ScheduledTaskData } from "./props.generated.js";
import type { RunnableTask } from "./runnable-task.js";
import { makeScheduleRole, scheduleStatements } from "./schedule-role.js";
import type { TaskPlace } from "./task-network.js";
import { makePolicy } from "./task-roles.js";
import { tokenJson } from "./token-json.js";

/** What a ScheduledTask is made from: its data, and what it is wired to. */
export interface ScheduledTaskProps extends ScheduledTaskData, TaskPlace {
  /** What is run: a FargateTask, or the like. */
  readonly task: RunnableTask;
  /** Told where the task could not be started. */
  readonly alarmTopic?: AlarmTopic | undefined;
  /** Arguments of the schedule itself, for what the other properties do not cover. */
  readonly overrides?: { readonly schedule?: Partial<SchedulerScheduleConfig> } | undefined;
}

/**
 * A task that EventBridge Scheduler starts, by a role that may run that family in that cluster and pass its two roles. What could
 * not be started lies in a queue, and an alarm tells of it.
 *
 * Cost: 14 million starts a month are free; the task costs what it runs, the alarm 0.10 USD a month.
 *
 * @example new ScheduledTask(this, "cleanup", { name: "shop-prod-cleanup", accountId, region, schedule: "cron(0 3 * * ? *)", task, cluster, network, securityGroupIds })
 * @throws {PropsError} where the props do not fit the schema: all problems at once
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/what-is-scheduler.html
 */
export class ScheduledTask extends Construct {
  readonly scheduleName: string;
  readonly deadLetterQueueArn: string;
  readonly schedule: SchedulerSchedule;
  readonly role: IamRole;
  readonly deadLetterQueue: SqsQueue;
  readonly alarm: CloudwatchMetricAlarm | undefined;

  constructor(scope: Construct, id: string, props: ScheduledTaskProps) {
    super(scope, id);
    const { task, cluster, network, securityGroupIds, alarmTopic, overrides, ...data } = props;
    const config = checkProps(this, schemas.ScheduledTask, data);

    this.deadLetterQueue = makeDeadLetterQueue(this, config);
    this.role = makeScheduleRole(this, config);
    const runs = makePolicy(
      { module: this, role: this.role, suffix: [], name: "run-the-task" },
      scheduleStatements(config, { task, cluster, queueArn: this.deadLetterQueue.arn }),
    );
    this.schedule = address(
      new SchedulerSchedule(this, "schedule", {
        ...when(config),
        target: {
          arn: cluster.clusterArn,
          roleArn: this.role.arn,
          ecsParameters: ecsParameters(config, { task, cluster, network, securityGroupIds }),
          ...(config.command === undefined ? {} : { input: overridden(task, config.command) }),
          deadLetterConfig: { arn: this.deadLetterQueue.arn },
          retryPolicy: { maximumRetryAttempts: config.retry.attempts, maximumEventAgeInSeconds: config.retry.withinSeconds },
        },
        dependsOn: [runs],
        ...overrides?.schedule,
      }),
      this,
    );
    this.alarm = makeAlarm(this, config, { queue: this.deadLetterQueue, topic: alarmTopic });
    this.scheduleName = this.schedule.name;
    this.deadLetterQueueArn = this.deadLetterQueue.arn;
  }
}

function when({ name, schedule, timezone, flexibleWindowMinutes, enabled }: ScheduledTaskConfig) {
  const window = flexibleWindowMinutes === 0 ? { mode: "OFF" } : { mode: "FLEXIBLE", maximumWindowInMinutes: flexibleWindowMinutes };
  return {
    name,
    groupName: "default",
    scheduleExpression: schedule,
    scheduleExpressionTimezone: timezone,
    flexibleTimeWindow: window,
    state: enabled ? "ENABLED" : "DISABLED",
  };
}

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html */
function ecsParameters(
  config: ScheduledTaskConfig,
  { task, network, securityGroupIds }: TaskPlace & { readonly task: RunnableTask },
): SchedulerScheduleTargetEcsParameters {
  return {
    taskDefinitionArn: config.followFamily ? task.taskDefinitionArnWithoutRevision : task.taskDefinitionArn,
    taskCount: config.taskCount,
    launchType: "FARGATE",
    enableEcsManagedTags: true,
    propagateTags: "TASK_DEFINITION",
    networkConfiguration: { subnets: [...network.privateSubnetIds], securityGroups: [...securityGroupIds], assignPublicIp: false },
  };
}

function overridden({ containerName }: RunnableTask, command: readonly string[]): string {
  return tokenJson({ containerOverrides: [{ name: containerName, command }] });
}
