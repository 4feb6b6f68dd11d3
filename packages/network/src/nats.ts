import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { Blueprint } from "./blueprint.js";
import type { Nat } from "./nat.js";
import { makeNatGateways } from "./nat-gateways.js";
import { makeNatInstances } from "./nat-instances.js";
import type { TierSubnet } from "./tier-subnets.js";

/** What the NATs find standing. */
interface Standing {
  readonly vpc: Vpc;
  readonly subnets: readonly TierSubnet[];
  readonly internetGateway: InternetGateway | undefined;
}

/** The NATs of the network's plan, each in the public subnet of its AZ. */
export function makeNats(blueprint: Blueprint, { vpc, subnets, internetGateway }: Standing): readonly Nat[] {
  const { nat } = blueprint;
  if (nat === undefined || internetGateway === undefined) return [];
  const place = {
    subnets: subnets.filter(({ tier, zone }) => tier.name === nat.tier.name && nat.zones.some(({ letter }) => letter === zone.letter)),
    internetGateway,
    vpc,
  };
  return nat.kind === "instance" ? makeNatInstances(blueprint, place) : makeNatGateways(blueprint, place);
}
