import type { FlowLogConfig } from "@cdktf/provider-aws/lib/flow-log/index.js";
import type { LaunchTemplateConfig } from "@cdktf/provider-aws/lib/launch-template/index.js";
import type { NatGatewayConfig } from "@cdktf/provider-aws/lib/nat-gateway/index.js";
import type { NetworkAclConfig } from "@cdktf/provider-aws/lib/network-acl/index.js";
import type { RouteTableConfig } from "@cdktf/provider-aws/lib/route-table/index.js";
import type { SubnetConfig } from "@cdktf/provider-aws/lib/subnet/index.js";
import type { VpcConfig } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { VpcEndpointConfig } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";

/**
 * What the props don't cover, in the resources' own words; it wins over what the module says.
 *
 * @example { subnet: (tier) => (tier === "private" ? { enableDns64: true } : {}) }
 */
export interface NetworkOverrides {
  readonly vpc?: Partial<VpcConfig>;
  readonly subnet?: (tier: string, az: string) => Partial<SubnetConfig>;
  /** `az` is there for tiers with a table in each AZ. */
  readonly routeTable?: (tier: string, az: string | undefined) => Partial<RouteTableConfig>;
  readonly networkAcl?: (tier: string) => Partial<NetworkAclConfig>;
  readonly natGateway?: (az: string) => Partial<NatGatewayConfig>;
  readonly natInstance?: (az: string) => Partial<LaunchTemplateConfig>;
  readonly flowLog?: Partial<FlowLogConfig>;
  /** Gateway and interface endpoints, by service: `s3`, `ecr.api`. */
  readonly endpoint?: (service: string) => Partial<VpcEndpointConfig>;
}
