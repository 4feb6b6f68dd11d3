import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import type { Blueprint } from "./blueprint.js";
import type { Nat } from "./nat.js";
import { makeNatGateways } from "./nat-gateways.js";
import type { TierSubnet } from "./tier-subnets.js";

/** The NATs of the network's plan, each in the public subnet of its AZ. */
export function makeNats(
  blueprint: Blueprint,
  subnets: readonly TierSubnet[],
  internetGateway: InternetGateway | undefined,
): readonly Nat[] {
  const { nat } = blueprint;
  if (nat === undefined || internetGateway === undefined) return [];
  const place = {
    subnets: subnets.filter(({ tier, zone }) => tier.name === nat.tier.name && nat.zones.some(({ letter }) => letter === zone.letter)),
    internetGateway,
  };
  return makeNatGateways(blueprint, place);
}
