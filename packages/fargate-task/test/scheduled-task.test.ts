import { synthesize, type Template } from "@groundplan/testing";
import { Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { FargateTask, ScheduledTask, type ScheduledTaskProps } from "../src/index.js";
import { encryptionKey, given } from "./task-template.js";

const clusterArn = "arn:aws:ecs:eu-west-1:111111111111:cluster/shop";

/** What a scheduled task of the given props synthesizes to. */
function scheduleTemplate(props: Partial<ScheduledTaskProps> = {}): Template {
  return synthesize((stack) => {
    new ScheduledTask(stack, "cleanup", {
      name: "shop-cleanup",
      accountId: "111111111111",
      region: "eu-west-1",
      schedule: "cron(0 3 * * ? *)",
      task: new FargateTask(stack, "api", { ...given, encryptionKey }),
      cluster: { clusterArn, clusterName: "shop" },
      network: { vpcId: "vpc-0a1b", privateSubnetIds: ["subnet-0a1b", "subnet-0c2d"] },
      securityGroupIds: ["sg-0a1b"],
      ...props,
    });
  });
}

const target = (props: Partial<ScheduledTaskProps> = {}): unknown => scheduleTemplate(props).resource("aws_scheduler_schedule")["target"];

describe("a scheduled task", () => {
  it("has the addresses of its version", () => {
    expect(scheduleTemplate()).toHaveAddresses("golden/scheduled-task.txt");
  });

  it("starts Terraform's revision in private subnets, without a public address, and tries again", () => {
    expect(scheduleTemplate()).toHaveResource("aws_scheduler_schedule", {
      name: "shop-cleanup",
      schedule_expression: "cron(0 3 * * ? *)",
      schedule_expression_timezone: "UTC",
      state: "ENABLED",
      flexible_time_window: { mode: "OFF" },
      depends_on: ["aws_iam_role_policy.cleanup"],
    });
    expect(target()).toEqual({
      arn: clusterArn,
      role_arn: "${aws_iam_role.cleanup.arn}",
      ecs_parameters: {
        task_definition_arn: "${aws_ecs_task_definition.api.arn}",
        task_count: 1,
        launch_type: "FARGATE",
        enable_ecs_managed_tags: true,
        propagate_tags: "TASK_DEFINITION",
        network_configuration: { subnets: ["subnet-0a1b", "subnet-0c2d"], security_groups: ["sg-0a1b"], assign_public_ip: false },
      },
      dead_letter_config: { arn: "${aws_sqs_queue.cleanup_dead_letters.arn}" },
      retry_policy: { maximum_retry_attempts: 3, maximum_event_age_in_seconds: 3600 },
    });
  });

  it("follows the family where a pipeline owns the image", () => {
    expect(target({ followFamily: true })).toMatchObject({
      ecs_parameters: { task_definition_arn: "${aws_ecs_task_definition.api.arn_without_revision}" },
    });
  });

  it("is what the properties say", () => {
    const props = { command: ["node", "clean.js"], taskCount: 2, retry: { attempts: 0, withinSeconds: 60 } };
    expect(target(props)).toMatchObject({
      ecs_parameters: { task_count: 2 },
      input: '{"containerOverrides":[{"name":"app","command":["node","clean.js"]}]}',
      retry_policy: { maximum_retry_attempts: 0, maximum_event_age_in_seconds: 60 },
    });
    const more = { timezone: "Europe/Berlin", flexibleWindowMinutes: 15, enabled: false, overrides: { schedule: { description: "ours" } } };
    expect(scheduleTemplate(more)).toHaveResource("aws_scheduler_schedule", {
      schedule_expression_timezone: "Europe/Berlin",
      flexible_time_window: { mode: "FLEXIBLE", maximum_window_in_minutes: 15 },
      state: "DISABLED",
      description: "ours",
    });
  });

  it("takes subnets that are not known yet, as one list", () => {
    const network = { vpcId: "vpc-0a1b", privateSubnetIds: Token.asList("${var.subnets}") };
    expect(target({ network })).toMatchObject({ ecs_parameters: { network_configuration: { subnets: "${var.subnets}" } } });
  });

  it("has a role that runs that family in that cluster, passes its two roles, and does nothing else", async () => {
    const statements = scheduleTemplate()
      .iamStatements()
      .filter(({ address }) => address.endsWith(".cleanup"));
    await expect(`${JSON.stringify(statements, null, 2)}\n`).toMatchFileSnapshot("golden/scheduled-task-iam.json");
    const runs = statements.find(({ statement }) => statement.Sid === "RunsTheTask")?.statement;
    expect(runs).toMatchObject({
      Resource: [
        "arn:aws:ecs:eu-west-1:111111111111:task-definition/shop-api",
        "arn:aws:ecs:eu-west-1:111111111111:task-definition/shop-api:*",
      ],
      Condition: { ArnEquals: { "ecs:cluster": clusterArn } },
    });
  });

  it("keeps what could not be started, encrypted, for as long as SQS does, and tells of it", () => {
    const template = scheduleTemplate({ alarmTopic: { topicArn: "arn:aws:sns:eu-west-1:111111111111:alerts" } });
    expect(template).toHaveResource("aws_sqs_queue", { sqs_managed_sse_enabled: true, message_retention_seconds: 1_209_600 });
    expect(template).toHaveResource("aws_cloudwatch_metric_alarm", {
      alarm_name: "shop-cleanup-not-started",
      alarm_actions: ["arn:aws:sns:eu-west-1:111111111111:alerts"],
      threshold: 0,
    });
  });

  it("refuses a schedule and a time zone that are none, and passes one that is not known yet", () => {
    expect(() => scheduleTemplate({ schedule: "cron(0 3 * * *)", timezone: "Berlin" })).toThrow(
      [
        '"schedule" "cron(0 3 * * *)" has 5 fields, and cron here has six: minutes, hours, day of month, month, day of week, year; give one such as "cron(0 3 * * ? *)"',
        '"timezone" "Berlin" is no time zone; give one such as "Europe/Berlin"',
      ].join("\n  "),
    );
    expect(scheduleTemplate({ schedule: Token.asString("${var.when}") })).toHaveResource("aws_scheduler_schedule", {
      schedule_expression: "${var.when}",
    });
  });
});
