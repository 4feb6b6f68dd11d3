import { alarmStatus, anyOf, compositeAlarm, graph, type Metric, makeDashboard, metricAlarm, share } from "@groundplan/alarms";
import type { TerraformStack } from "cdktf";

const topic = { topicArn: "arn:aws:sns:eu-west-1:111111111111:shop-prod-alerts" };
const dimensions = { LoadBalancer: "app/shop-prod/0123456789abcdef" };
const counted = (name: string): Metric => ({ namespace: "AWS/ApplicationELB", name, dimensions, statistic: "Sum" });

const failed = share({ part: counted("HTTPCode_Target_5XX_Count"), whole: counted("RequestCount"), label: "failed requests, percent" });
const latency: Metric = { namespace: "AWS/ApplicationELB", name: "TargetResponseTime", dimensions, statistic: "p95" };

/** Alarms on a share and on a percentile, one on both, and a dashboard. */
export function alarms(stack: TerraformStack): void {
  const three = {
    comparison: "GreaterThanThreshold",
    periodSeconds: 60,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
    missingData: "notBreaching",
  } as const;
  const failing = metricAlarm(stack, {
    ...three,
    name: "failed-share",
    alarmName: "shop-prod-failed-share",
    description: "More than 1 % of the requests fail. Look for errors in the log of the newest revision, and roll back.",
    threshold: 1,
    metric: failed,
  });
  const slow = metricAlarm(stack, {
    ...three,
    name: "latency",
    alarmName: "shop-prod-latency",
    description: "Answers take longer than they usually do at this hour. Look at the database's load first.",
    threshold: { anomalyBand: 3 },
    metric: latency,
  });
  compositeAlarm(stack, {
    name: "unwell",
    alarmName: "shop-prod-unwell",
    description: "The shop fails or is slow.",
    rule: anyOf(failing, slow),
    topic,
  });
  const region = "eu-west-1";
  makeDashboard(stack, {
    name: "shop-prod",
    suffix: "shop",
    widgets: [
      alarmStatus({ title: "alarms", alarms: [failing, slow] }),
      graph({ title: "failed requests, percent", region, lines: [{ metric: failed }], threshold: 1 }),
      graph({ title: "latency, seconds", region, lines: [{ metric: latency, label: "95 of 100" }] }),
    ],
  });
}
