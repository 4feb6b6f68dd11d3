import { CloudfrontMonitoringSubscription } from "@cdktf/provider-aws/lib/cloudfront-monitoring-subscription/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";

/** CloudFront's additional metrics. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewing-cloudfront-metrics.html#monitoring-console.distributions-additional */
export function subscribeToMetrics({ module, config }: Blueprint, distributionId: string): void {
  if (!config.realtimeMetrics) return;
  const subscription = new CloudfrontMonitoringSubscription(module, "realtime-metrics", {
    distributionId,
    monitoringSubscription: { realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" } },
  });
  address(subscription, module);
}
