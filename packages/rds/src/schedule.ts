import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule/index.js";
import { address, awsName, policyDocument, serviceTrust } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { shapeOf } from "./shape.js";

/** Stops the database at night, and starts it in the morning, by EventBridge Scheduler. */
export function makeSchedule(blueprint: Blueprint, databaseArn: string): void {
  const { module, config } = blueprint;
  const { schedule, name } = config;
  if (schedule === "off") return;
  const kind = shapeOf(config) === "instance" ? "Instance" : "Cluster";
  const roleArn = makeRole(blueprint, { databaseArn, kind });
  for (const [verb, expression] of [
    ["stop", schedule.stop],
    ["start", schedule.start],
  ] as const) {
    address(
      new SchedulerSchedule(module, `schedule-${verb}`, {
        name: awsName("aws_scheduler_schedule", name, verb),
        description: `${verb} ${name}`,
        scheduleExpression: expression,
        scheduleExpressionTimezone: schedule.timezone,
        flexibleTimeWindow: { mode: "OFF" },
        target: {
          // https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
          arn: `arn:aws:scheduler:::aws-sdk:rds:${verb}DB${kind}`,
          roleArn,
          input: JSON.stringify({ [`Db${kind}Identifier`]: name }),
          // one that is stopped already need not be stopped again
          retryPolicy: { maximumRetryAttempts: 3, maximumEventAgeInSeconds: 3600 },
        },
      }),
      module,
      verb,
    );
  }
}

function makeRole({ module, config }: Blueprint, { databaseArn, kind }: { databaseArn: string; kind: "Instance" | "Cluster" }): string {
  const { name, accountId, region } = config;
  const role = address(
    new IamRole(module, "schedule-role", {
      name: awsName("aws_iam_role", name, region, "schedule"),
      // https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
      assumeRolePolicy: serviceTrust("scheduler.amazonaws.com", {
        StringEquals: {
          "aws:SourceAccount": accountId,
          "aws:SourceArn": `arn:aws:scheduler:${region}:${accountId}:schedule-group/default`,
        },
      }),
    }),
    module,
    "schedule",
  );
  address(
    new IamRolePolicy(module, "schedule-policy", {
      name: "stops-and-starts",
      role: role.name,
      policy: policyDocument({
        Sid: "StopsAndStarts",
        Effect: "Allow",
        Action: [`rds:StartDB${kind}`, `rds:StopDB${kind}`],
        Resource: databaseArn,
      }),
    }),
    module,
    "schedule",
  );
  return role.arn;
}
