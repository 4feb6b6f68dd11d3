import type { Template } from "@groundplan/testing";
import { describe, expect, test } from "vitest";
import { localEstate, synthesized } from "./synthesized.js";

const pager = "arn:aws:lambda:eu-west-1:000000000000:function:pager";
const subscriptions = {
  email: ["ops@example.com"],
  https: { pager: "https://events.example.com/alarms" },
  queues: { audit: "arn:aws:sqs:eu-west-1:000000000000:audit" },
  functions: { pager },
  slack: { ops: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } },
  teams: {},
};

function alertsTemplate(): Template {
  const [local] = Object.values(localEstate({}).environments);
  if (local === undefined) throw new Error("the estate has no environment");
  const found = synthesized(localEstate({ alerts: { ...local.alerts, subscriptions } })).find(({ facts }) => facts.layer === "alerts");
  if (found === undefined) throw new Error("there is no stack of alerts");
  return found.template;
}

describe("alarms at the edge", () => {
  const template = alertsTemplate();

  test("reach everybody whom those of the environment's region reach", () => {
    const told = Object.values(template.resources("aws_sns_topic_subscription")).map(({ topic_arn: topic, protocol, endpoint }) => ({
      topic,
      whom: `${protocol} ${endpoint}`,
    }));
    const whom = (topic: string) => told.filter((one) => one.topic === `\${aws_sns_topic.${topic}.arn}`).map((one) => one.whom);
    expect(whom("edge_alerts")).toEqual(whom("alerts"));
    expect(whom("edge_alerts")).toHaveLength(4);
    expect(template.resource("aws_chatbot_slack_channel_configuration")["sns_topic_arns"]).toEqual([
      "${aws_sns_topic_policy.alerts.arn}",
      "${aws_sns_topic_policy.edge_alerts.arn}",
    ]);
  });

  test("are allowed to call a function where the function is, and not where the topic is", () => {
    const permissions = template.resources("aws_lambda_permission");
    expect(Object.keys(permissions)).toEqual(["alerts_pager", "edge_alerts_pager"]);
    expect(permissions["edge_alerts_pager"]).toMatchObject({
      provider: "aws",
      function_name: pager,
      source_arn: "${aws_sns_topic.edge_alerts.arn}",
    });
    expect(template.at("aws_sns_topic_subscription.edge_alerts_lambda_pager")).toMatchObject({ provider: "aws.edge" });
  });
});

test("the home topic is encrypted by the environment's key for alerts, the edge's by one of its own region", () => {
  const template = alertsTemplate();
  expect(template.resource("aws_sns_topic", "alerts")).toMatchObject({
    kms_master_key_id: "${data.terraform_remote_state.keys.outputs.contract.alerts.keyArn}",
  });
  expect(template.resource("aws_sns_topic", "edge_alerts")).toMatchObject({ kms_master_key_id: "${aws_kms_key.edge_alerts_key.arn}" });
  expect(template.resources("aws_kms_key")).toMatchObject({ edge_alerts_key: { provider: "aws.edge" } });
  expect(template.resource("aws_cloudwatch_log_group", "alerts_deliveries")).toMatchObject({
    kms_key_id: "${data.terraform_remote_state.keys.outputs.contract.logs.keyArn}",
  });
});
