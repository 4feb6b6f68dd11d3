import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js";
import { metricAlarm } from "@groundplan/alarms";
import type { AlarmTopic } from "@groundplan/core";
import type { Construct } from "constructs";
import type { WebAclConfig } from "./config.js";

/** That much more is blocked than usual. https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html */
export function makeAlarm(module: Construct, config: WebAclConfig, topic: AlarmTopic | undefined): CloudwatchMetricAlarm | undefined {
  const { name, scope, region, alarms } = config;
  return metricAlarm(module, {
    name: "blocked-requests",
    alarmName: `${name}-web-acl-blocked-requests`,
    description: "The web ACL blocks many requests: an attack, or a rule that hinders the application. See its logs for rule and address.",
    threshold: alarms.blockedRequests,
    comparison: "GreaterThanOrEqualToThreshold",
    metric: {
      namespace: "AWS/WAFV2",
      name: "BlockedRequests",
      dimensions: { WebACL: name, Rule: "ALL", ...(scope === "regional" ? { Region: region } : {}) },
      statistic: "Sum",
    },
    periodSeconds: 300,
    evaluationPeriods: 1,
    missingData: "notBreaching",
    topic,
  });
}
