import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  AlarmTopic,
  type AlarmTopicProps,
  alarmStatus,
  anyOf,
  compositeAlarm,
  graph,
  type Metric,
  makeDashboard,
  metricAlarm,
  share,
  type Threshold,
} from "../src/index.js";

const region = "eu-west-1";
const requests: Metric = {
  namespace: "AWS/ApplicationELB",
  name: "RequestCount",
  dimensions: { LoadBalancer: "app/shop/1" },
  statistic: "Sum",
};
const failed = share({ part: { ...requests, name: "HTTPCode_Target_5XX_Count" }, whole: requests, label: "failed" });
const latency: Metric = { ...requests, name: "TargetResponseTime", statistic: "p95" };

interface Thresholds {
  readonly failing: Threshold;
  readonly slow: Threshold;
  readonly busy: Threshold;
}

/** A topic, three alarms, one on them, and a dashboard of them. */
const shop = (topic: Partial<AlarmTopicProps>, { failing, slow, busy }: Thresholds) => {
  return (stack: TerraformStack): void => {
    const alerts = new AlarmTopic(stack, "alerts", { name: "shop-alerts", accountId: "111111111111", region, protect: false, ...topic });
    const judged = { comparison: "GreaterThanThreshold", periodSeconds: 60, evaluationPeriods: 5, datapointsToAlarm: 3 } as const;
    const given = { ...judged, description: "Look at the log first.", missingData: "notBreaching", topic: alerts } as const;
    const alarms = [
      metricAlarm(stack, { ...given, name: "failing", alarmName: "shop-failing", threshold: failing, metric: failed }),
      metricAlarm(stack, { ...given, name: "slow", alarmName: "shop-slow", threshold: slow, metric: latency }),
      metricAlarm(stack, { ...given, name: "busy", alarmName: "shop-busy", threshold: busy, metric: requests }),
    ];
    const rule = anyOf(...alarms);
    compositeAlarm(stack, { name: "unwell", alarmName: "shop-unwell", description: "The shop is unwell.", rule, topic: alerts });
    const widgets = [
      alarmStatus({ title: "alarms", alarms }),
      graph({ title: "failed", region, lines: [{ metric: failed }], threshold: failing }),
    ];
    makeDashboard(stack, { name: "shop", suffix: "shop", widgets });
  };
};

describe("an alarm topic, its alarms and their dashboard", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "alarms" });
    deployment = await world.deployment(
      "alarms",
      shop({ subscriptions: { email: ["ops@example.com"] } }, { failing: 1, slow: { anomalyBand: 3 }, busy: 100 }),
    );
  });
  afterAll(() => world.stop());

  it("are applied, and settle, with a mailbox that has not confirmed", async () => {
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("take bands for numbers and numbers for bands in place, are switched off, and tell others, too", async () => {
    const subscriptions = {
      email: ["ops@example.com"],
      https: { pager: "https://events.example.com/alarms" },
      slack: { ops: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } },
    };
    const topic = { subscriptions, displayName: "shop", deliveryLogRetentionDays: 30 } as const;
    const changed = await deployment.change(shop(topic, { failing: { anomalyBand: 2 }, slow: 0.5, busy: "off" }));
    expect(changed).toMatchObject({
      create: [
        "aws_chatbot_slack_channel_configuration.alerts_ops",
        "aws_iam_role.alerts_chat",
        "aws_iam_role_policy.alerts_chat",
        "aws_sns_topic_subscription.alerts_https_pager",
      ],
      update: [
        "aws_cloudwatch_composite_alarm.unwell",
        "aws_cloudwatch_dashboard.shop",
        "aws_cloudwatch_log_group.alerts_deliveries",
        "aws_cloudwatch_metric_alarm.failing",
        "aws_cloudwatch_metric_alarm.slow",
        "aws_sns_topic.alerts",
      ],
      replace: [],
      destroy: ["aws_cloudwatch_metric_alarm.busy"],
    });
    await deployment.expectEmptyPlan();
  });

  it("are destroyed, and nothing is left", async () => {
    await deployment.destroy();
  });
});
