import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { management } from "../examples/management.js";
import { workloadAccount } from "./accounts.js";

const topic = { topicArn: "arn:aws:sns:eu-west-1:444444444444:alerts" };
const email = ["finance@example.com"];

describe("a budget", () => {
  it("tells topic and mail of what is spent, and of what will be", () => {
    const template = workloadAccount({ alarmTopic: topic, money: { email, budgets: { all: { limitUsd: 500, spentPercent: [80] } } } });
    const told = {
      comparison_operator: "GREATER_THAN",
      threshold_type: "PERCENTAGE",
      subscriber_email_addresses: email,
      subscriber_sns_topic_arns: [topic.topicArn],
    };
    expect(template).toHaveResourceAt("aws_budgets_budget.baseline_all", {
      name: "shop-all",
      budget_type: "COST",
      limit_amount: "500",
      limit_unit: "USD",
      time_unit: "MONTHLY",
      notification: [
        { ...told, notification_type: "ACTUAL", threshold: 80 },
        { ...told, notification_type: "FORECASTED", threshold: 100 },
      ],
    });
  });

  it("may be of some services alone", () => {
    const services = ["Amazon Elastic Container Service"];
    const template = workloadAccount({ money: { email, budgets: { containers: { limitUsd: 5, services, period: "ANNUALLY" } } } });
    expect(template).toHaveResource("aws_budgets_budget", { time_unit: "ANNUALLY", cost_filter: [{ name: "Service", values: services }] });
  });

  it("tells somebody: AWS refuses one that does not, and so does the module", () => {
    expect(() => workloadAccount({ money: { budgets: { all: { limitUsd: 5 } } } })).toThrow(
      '"money.email" [] is empty, and "money.budgets" tell nobody; give an address, or "audit.alerts", or wire "alarmTopic"',
    );
    expect(() => workloadAccount({ alarmTopic: topic, money: { budgets: { all: { limitUsd: 5 } } } })).not.toThrow();
    expect(() => workloadAccount({ audit: { alerts: { email } }, money: { budgets: { all: { limitUsd: 5 } } } })).not.toThrow();
  });
});

describe("costs that nobody expects", () => {
  it("are told to the topic at once, and by mail once a day", () => {
    const template = workloadAccount({ alarmTopic: topic, money: { email, anomalies: { minimumUsd: 20 } } });
    const told = { monitor_arn_list: ["${aws_ce_anomaly_monitor.baseline_services.arn}"] };
    expect(template).toHaveResourceAt("aws_ce_anomaly_subscription.baseline_topic", {
      ...told,
      frequency: "IMMEDIATE",
      subscriber: [{ type: "SNS", address: topic.topicArn }],
      threshold_expression: {
        dimension: { key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE", match_options: ["GREATER_THAN_OR_EQUAL"], values: ["20"] },
      },
    });
    expect(template).toHaveResourceAt("aws_ce_anomaly_subscription.baseline_mail", {
      ...told,
      frequency: "DAILY",
      subscriber: [{ type: "EMAIL", address: "finance@example.com" }],
    });
  });

  it("are told to somebody, and looked for only when asked to", () => {
    expect(() => workloadAccount({ money: { anomalies: {} } })).toThrow('"money.anomalies" tell nobody');
    expect(workloadAccount().addresses.filter((address) => /aws_(ce|budgets)_/.test(address))).toEqual([]);
  });
});

describe("bills", () => {
  it("are split in the management account, by the tags named", () => {
    const tags = Object.values(synthesize((stack) => void management(stack)).resources("aws_ce_cost_allocation_tag"));
    expect(tags).toEqual([
      { tag_key: "Environment", status: "Active" },
      { tag_key: "Project", status: "Active" },
    ]);
  });
});
