import type { LbConfig } from "@cdktf/provider-aws/lib/lb/index.js";
import type { LbListenerConfig } from "@cdktf/provider-aws/lib/lb-listener/index.js";
import type { SecurityGroupConfig } from "@cdktf/provider-aws/lib/security-group/index.js";
import type { Construct } from "constructs";
import type { LoadBalancerConfig } from "./config.js";

/**
 * What the props don't cover, in the resources' own words; it wins over what the module says.
 *
 * @example { httpsListener: { routingHttpResponseServerEnabled: false } }
 */
export interface LoadBalancerOverrides {
  readonly loadBalancer?: Partial<LbConfig>;
  readonly securityGroup?: Partial<SecurityGroupConfig>;
  readonly httpsListener?: Partial<LbListenerConfig>;
  readonly testListener?: Partial<LbListenerConfig>;
}

/** What every piece of a load balancer is made by. */
export interface Blueprint {
  /** The scope of all resources, whose path begins their addresses. */
  readonly module: Construct;
  readonly config: LoadBalancerConfig;
  readonly overrides: LoadBalancerOverrides;
}
