import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { address, awsName, type PolicyStatement, serviceTrust } from "@groundplan/core";
import type { Construct } from "constructs";
import { familyArns } from "./arns.js";
import type { ScheduledTaskConfig } from "./config.js";
import type { RunnableTask } from "./runnable-task.js";
import type { TaskPlace } from "./task-network.js";

/** The role that EventBridge Scheduler starts the task by. */
export function makeScheduleRole(module: Construct, { name, accountId, region }: ScheduledTaskConfig): IamRole {
  return address(
    new IamRole(module, "role", {
      name: awsName("aws_iam_role", name, region, "schedule"),
      // held to the group: AWS names no schedule here
      // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
      assumeRolePolicy: serviceTrust("scheduler.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnEquals: { "aws:SourceArn": `arn:aws:scheduler:${region}:${accountId}:schedule-group/default` },
      }),
    }),
    module,
  );
}

/** What the role is about. */
export interface Started {
  readonly task: RunnableTask;
  readonly cluster: TaskPlace["cluster"];
  readonly queueArn: string;
}

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-templated.html
export function scheduleStatements(config: ScheduledTaskConfig, { task, cluster, queueArn }: Started): PolicyStatement[] {
  return [
    {
      Sid: "RunsTheTask",
      Effect: "Allow",
      Action: ["ecs:RunTask"],
      // whatever its revision: the schedule names one, or none
      Resource: familyArns(task.family, config),
      Condition: { ArnEquals: { "ecs:cluster": cluster.clusterArn } },
    },
    {
      Sid: "TagsWhatItRuns",
      Effect: "Allow",
      Action: ["ecs:TagResource"],
      // a task's id is not known before it runs
      Resource: `arn:aws:ecs:${config.region}:${config.accountId}:task/${cluster.clusterName}/*`,
      Condition: { StringEquals: { "ecs:CreateAction": "RunTask" } },
    },
    {
      Sid: "PassesItsRoles",
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: [task.executionRoleArn, task.taskRoleArn],
      Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    },
    { Sid: "KeepsWhatFailed", Effect: "Allow", Action: ["sqs:SendMessage"], Resource: queueArn },
  ];
}
