import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import type { AlarmTopic as AlarmTopicContract } from "@groundplan/core";
import { synthesize, type Template } from "@groundplan/testing";
import { TerraformOutput, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { alarmTopic } from "../examples/alarm-topic.js";
import { AlarmTopic, type AlarmTopicProps } from "../src/index.js";

const given = { name: "shop-alerts", accountId: "111111111111", region: "eu-west-1" } as const;
const encryptionKey = { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/alerts" };
const slack = { ops: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } };
const teams = {
  ops: {
    tenantId: "5d7a9f4e-0d1c-4c57-8e1c-3a9b6f1e2d3c",
    teamId: "b1f0f3c2-6a41-4a58-9d0e-77b8f6a0c1d2",
    channelId: "19:0123456789abcdef@thread.tacv2",
  },
};
const everybody = {
  email: ["ops@example.com", "oncall@example.com"],
  https: { pager: "https://events.example.com/alarms" },
  queues: { audit: "arn:aws:sqs:eu-west-1:111111111111:audit" },
  functions: { router: "arn:aws:lambda:eu-west-1:111111111111:function:router" },
  slack,
  teams,
};

function topicTemplate(props: Partial<AlarmTopicProps> = {}): Template {
  return synthesize((stack) => void new AlarmTopic(stack, "alerts", { ...given, ...props }));
}

const statements = (template: Template, address: string) =>
  template.iamStatements().flatMap((found) => (found.address === address ? [found.statement] : []));

describe("AlarmTopic", () => {
  it("has the addresses of its version", () => {
    expect(topicTemplate({ subscriptions: everybody })).toHaveAddresses("golden/alarm-topic.txt");
  });

  it("has the IAM statements of its version", async () => {
    const statements = synthesize((stack) => void alarmTopic(stack)).iamStatements();
    await expect(`${JSON.stringify(statements, undefined, 2)}\n`).toMatchFileSnapshot("golden/iam.json");
  });

  it("is encrypted by a key of its own that alarms may use, and that is protected", () => {
    const template = topicTemplate();
    expect(template).toHaveResource("aws_sns_topic", { kms_master_key_id: "${aws_kms_key.alerts_key.arn}", signature_version: 2 });
    expect(template).toHaveResource("aws_kms_key", { lifecycle: { prevent_destroy: true } });
    expect(statements(template, "aws_kms_key.alerts_key").map(({ Sid }) => Sid)).toContain("PublishersEncrypt");
    expect(topicTemplate({ protect: false })).toHaveResource("aws_kms_key", { lifecycle: { prevent_destroy: false } });
  });

  it("makes no key where one is given", () => {
    const template = topicTemplate({ encryptionKey });
    expect(template).toHaveResource("aws_sns_topic", { kms_master_key_id: encryptionKey.keyArn });
    expect(template.resources("aws_kms_key")).toEqual({});
  });

  it("is the contract that alarms ask for, which wait until they may publish", () => {
    const template = synthesize((stack) => {
      const { topicArn }: AlarmTopicContract = new AlarmTopic(stack, "alerts", given);
      new TerraformOutput(stack, "contract", { value: { topicArn }, staticId: true });
    });
    expect(template).toHaveOutput("contract", { topicArn: "${aws_sns_topic_policy.alerts.arn}" });
  });

  it("logs what endpoints did not take, by a role that writes that log alone", () => {
    const template = topicTemplate({
      deliveryLogRetentionDays: 30,
      logEncryptionKey: { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/logs" },
    });
    const role = "${aws_iam_role.alerts_deliveries.arn}";
    expect(template).toHaveResource("aws_sns_topic", {
      http_failure_feedback_role_arn: role,
      lambda_failure_feedback_role_arn: role,
      sqs_failure_feedback_role_arn: role,
    });
    expect(template).toHaveResource("aws_cloudwatch_log_group", {
      name: "sns/eu-west-1/111111111111/shop-alerts/Failure",
      retention_in_days: 30,
      kms_key_id: "arn:aws:kms:eu-west-1:111111111111:key/logs",
    });
    expect(statements(template, "aws_iam_role_policy.alerts_deliveries").map(({ Resource }) => Resource)).toEqual([
      [
        "arn:aws:logs:eu-west-1:111111111111:log-group:sns/eu-west-1/111111111111/shop-alerts/Failure",
        "arn:aws:logs:eu-west-1:111111111111:log-group:sns/eu-west-1/111111111111/shop-alerts/Failure:*",
      ],
    ]);
  });

  it("tells those that can be reached of those that cannot, and not of the end, which would begin it anew", () => {
    expect(topicTemplate()).toHaveResourceAt("aws_cloudwatch_metric_alarm.alerts_undelivered", {
      metric_name: "NumberOfNotificationsFailed",
      dimensions: { TopicName: "shop-alerts" },
      alarm_actions: ["${aws_sns_topic_policy.alerts.arn}"],
      ok_actions: [],
    });
  });

  it("lets arguments be overridden that no property covers", () => {
    expect(topicTemplate({ overrides: { topic: { tracingConfig: "Active" } } })).toHaveResource("aws_sns_topic", {
      tracing_config: "Active",
    });
  });

  it("has names of its own in each region, where roles have none", () => {
    const names = (region: string) =>
      Object.values(topicTemplate({ region, subscriptions: { slack } }).resources("aws_iam_role")).map(({ name }) => name);
    const [home, edge] = [names("eu-west-1"), names("us-east-1")];
    expect(home).toHaveLength(2);
    expect(home.filter((name) => edge.includes(name))).toEqual([]);
  });
});

describe("its policy", () => {
  const policy = () => statements(topicTemplate(), "aws_sns_topic_policy.alerts");
  const of = (service: string) => policy().find(({ Principal }) => JSON.stringify(Principal) === JSON.stringify({ Service: service }));

  it("lets AWS's services publish, and do nothing else", () => {
    expect(policy().map(({ Sid, Effect, Action }) => [Sid, Effect, Action])).toEqual([
      ["AlarmsPublish", "Allow", ["sns:Publish"]],
      ["EventsPublish", "Allow", ["sns:Publish"]],
      ["DatabasesPublish", "Allow", ["sns:Publish"]],
      ["BudgetsPublish", "Allow", ["sns:Publish"]],
      ["CostAlertsPublish", "Allow", ["sns:Publish"]],
      ["TlsOnly", "Deny", ["sns:Publish"]],
    ]);
    for (const { Resource } of policy()) expect(Resource).toBe("${aws_sns_topic.alerts.arn}");
  });

  it.each([
    ["cloudwatch.amazonaws.com", "arn:aws:cloudwatch:eu-west-1:111111111111:alarm:*"],
    ["events.rds.amazonaws.com", "arn:aws:rds:eu-west-1:111111111111:*"],
    ["budgets.amazonaws.com", "arn:aws:budgets::111111111111:*"],
  ])("holds %s to what is the account's", (service, source) => {
    expect(of(service)?.Condition).toEqual({
      StringEquals: { "aws:SourceAccount": "111111111111" },
      ArnLike: { "aws:SourceArn": source },
    });
  });

  it("holds cost alerts to the account, and EventBridge to nothing, which sends nothing to look at", () => {
    expect(of("costalerts.amazonaws.com")?.Condition).toEqual({ StringEquals: { "aws:SourceAccount": "111111111111" } });
    expect(of("events.amazonaws.com")).not.toHaveProperty("Condition");
  });

  it("refuses what comes without TLS", () => {
    expect(policy().at(-1)).toMatchObject({ Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } });
  });
});

describe("its subscriptions", () => {
  it("are by mail, HTTPS, queue and function, each at an address that speaks of it", () => {
    const template = topicTemplate({ subscriptions: everybody });
    const subscribed = Object.entries(template.resources("aws_sns_topic_subscription")).map(([at, { protocol, endpoint }]) => [
      at,
      protocol,
      endpoint,
    ]);
    expect(subscribed).toEqual([
      ["alerts_email_oncall_example_com", "email", "oncall@example.com"],
      ["alerts_email_ops_example_com", "email", "ops@example.com"],
      ["alerts_https_pager", "https", "https://events.example.com/alarms"],
      ["alerts_lambda_router", "lambda", everybody.functions.router],
      ["alerts_sqs_audit", "sqs", everybody.queues.audit],
    ]);
  });

  it("try HTTPS endpoints again for longer than a restart takes, and within the hour that SNS grants", () => {
    const { delivery_policy } = topicTemplate({ subscriptions: everybody }).resource("aws_sns_topic_subscription", "alerts_https_pager");
    const { healthyRetryPolicy: retry } = JSON.parse(String(delivery_policy));
    const least = retry.numMinDelayRetries * retry.minDelayTarget + retry.numMaxDelayRetries * retry.maxDelayTarget;
    const most = least + (retry.numRetries - retry.numMinDelayRetries - retry.numMaxDelayRetries) * retry.maxDelayTarget;
    expect(least).toBeGreaterThan(20 * 60);
    expect(most).toBeLessThanOrEqual(60 * 60);
    expect(topicTemplate({ subscriptions: everybody }).resource("aws_sns_topic_subscription", "alerts_sqs_audit")).not.toHaveProperty(
      "delivery_policy",
    );
  });

  it("let the topic, and no other, call a function", () => {
    expect(topicTemplate({ subscriptions: everybody })).toHaveResourceAt("aws_lambda_permission.alerts_router", {
      function_name: everybody.functions.router,
      principal: "sns.amazonaws.com",
      source_arn: "${aws_sns_topic.alerts.arn}",
    });
  });

  it("let it call a function of another region, too, by that region's provider", () => {
    const template = synthesize((stack) => {
      const functionsProvider = new AwsProvider(stack, "functions", { alias: "functions", region: "eu-central-1" });
      new AlarmTopic(stack, "alerts", { ...given, subscriptions: everybody, functionsProvider });
    });
    expect(template).toHaveResource("aws_lambda_permission", { provider: "aws.functions" });
    expect(template.at("aws_sns_topic_subscription.alerts_lambda_router")).not.toHaveProperty("provider");
  });

  it("tell a Slack channel, which may look at alarms and at nothing else, whatever its members ask for", () => {
    const template = synthesize((stack) => void alarmTopic(stack));
    expect(template).toHaveResourceAt("aws_chatbot_slack_channel_configuration.alerts_ops", {
      configuration_name: "shop-prod-alerts-eu-west-1-ops",
      slack_team_id: "T07EA123LEP",
      slack_channel_id: "C07EZ1ABC23",
      sns_topic_arns: ["${aws_sns_topic_policy.alerts.arn}"],
      iam_role_arn: "${aws_iam_role.alerts_chat.arn}",
      guardrail_policy_arns: ["arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"],
    });
    const actions = statements(template, "aws_iam_role_policy.alerts_chat").flatMap(({ Action }) => Action ?? []);
    expect(actions.filter((action) => !/^cloudwatch:(Describe|Get)[A-Za-z]+$/.test(action))).toEqual([]);
    expect(actions).toHaveLength(5);
  });

  it("tell a Teams channel, of topics in other regions, too", () => {
    const edge = { topicArn: "arn:aws:sns:us-east-1:111111111111:shop-alerts" };
    expect(topicTemplate({ subscriptions: { teams }, otherTopics: [edge] })).toHaveResourceAt(
      "aws_chatbot_teams_channel_configuration.alerts_ops",
      {
        tenant_id: teams.ops.tenantId,
        team_id: teams.ops.teamId,
        channel_id: teams.ops.channelId,
        sns_topic_arns: ["${aws_sns_topic_policy.alerts.arn}", edge.topicArn],
      },
    );
  });

  it("make no role for chat where there is none", () => {
    expect(Object.keys(topicTemplate({ subscriptions: { email: ["ops@example.com"] } }).resources("aws_iam_role"))).toEqual([
      "alerts_deliveries",
    ]);
  });

  it("take an endpoint that is not known yet", () => {
    const pager = Token.asString("${data.aws_ssm_parameter.pager.value}");
    expect(topicTemplate({ subscriptions: { https: { pager } } })).toHaveResource("aws_sns_topic_subscription", {
      endpoint: "${data.aws_ssm_parameter.pager.value}",
    });
  });
});
