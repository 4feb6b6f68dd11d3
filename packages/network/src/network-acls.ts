import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { address } from "@groundplan/core";
import { aclRulesOf, type Surroundings } from "./acl-rules.js";
import { type Blueprint, nameTag } from "./blueprint.js";
import { rangesInside } from "./inside.js";
import type { TierSubnet } from "./tier-subnets.js";
import type { Tier } from "./tiers.js";

/** An ACL for each tier, by tier. */
export function makeNetworkAcls(blueprint: Blueprint, vpc: Vpc, subnets: readonly TierSubnet[]): ReadonlyMap<string, NetworkAcl> {
  const { module, config, overrides } = blueprint;
  return new Map(
    blueprint.tiers.map((tier) => {
      const { ingress, egress } = aclRulesOf(tier, surroundingsOf(tier, blueprint, vpc));
      const acl = new NetworkAcl(module, `network-acl-${tier.name}`, {
        vpcId: vpc.id,
        subnetIds: subnets.filter((one) => one.tier.name === tier.name).map(({ subnet }) => subnet.id),
        ingress: [...ingress],
        egress: [...egress],
        tags: nameTag(config, tier.name),
        ...overrides.networkAcl?.(tier.name),
      });
      return [tier.name, address(acl, module, tier.name)];
    }),
  );
}

function surroundingsOf({ name }: Tier, blueprint: Blueprint, vpc: Vpc): Surroundings {
  const { routes, peering, transitGateway, ipv6 } = blueprint.config;
  const reached = [
    ...Object.values(routes).flatMap(({ tiers, cidr }) =>
      tiers.includes(name) && cidr !== undefined && cidr !== everywhere ? [cidr] : [],
    ),
    ...Object.values(peering).flatMap(({ tiers, peerCidrs }) => (tiers.includes(name) ? peerCidrs : [])),
    ...(transitGateway?.tiers.includes(name) === true ? transitGateway.cidrs.filter((cidr) => cidr !== everywhere) : []),
  ];
  const inside = rangesInside(blueprint, vpc).map(({ cidr, ipv6Cidr }) => ({
    ...(cidr === undefined ? {} : { cidrBlock: cidr }),
    ...(ipv6Cidr === undefined ? {} : { ipv6CidrBlock: ipv6Cidr }),
  }));
  return { trusted: [...inside, ...[...new Set(reached)].map((cidrBlock) => ({ cidrBlock }))], ipv6 };
}

/** A default route of one's own does not make the world trusted. */
const everywhere = "0.0.0.0/0";
