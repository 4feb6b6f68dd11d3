import type { Wafv2WebAclVisibilityConfig } from "@cdktf/provider-aws/lib/wafv2-web-acl/index.js";
import type { WebAclConfig } from "./config.js";

/** The name under which CloudWatch counts: the web ACL's, or a rule's. */
export function visibility({ sampledRequests }: Pick<WebAclConfig, "sampledRequests">, metricName: string): Wafv2WebAclVisibilityConfig {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: sampledRequests };
}
