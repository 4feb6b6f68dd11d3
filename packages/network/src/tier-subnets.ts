import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association/index.js";
import { address } from "@groundplan/core";
import { Fn } from "cdktf";
import { type Blueprint, nameTag } from "./blueprint.js";
import { contains, knownCidr } from "./cidr.js";
import type { PlannedSubnet } from "./subnets.js";
import type { Tier } from "./tiers.js";
import type { Zone } from "./zones.js";

/** A subnet, and where it is in the network. */
export interface TierSubnet {
  readonly tier: Tier;
  readonly zone: Zone;
  readonly subnet: Subnet;
}

/** A VPC and the further ranges that subnets may wait for. */
export interface VpcRanges {
  readonly vpc: Vpc;
  readonly secondaryCidrs: ReadonlyMap<string, VpcIpv4CidrBlockAssociation>;
}

/** Every tier's subnet in every AZ, by tier and then by letter. */
export function makeSubnets(blueprint: Blueprint, ranges: VpcRanges): readonly TierSubnet[] {
  return blueprint.subnets.map((planned) => ({ tier: planned.tier, zone: planned.zone, subnet: makeSubnet(blueprint, planned, ranges) }));
}

function makeSubnet({ module, config, overrides }: Blueprint, planned: PlannedSubnet, ranges: VpcRanges): Subnet {
  const { tier, zone } = planned;
  const awaited = [...ranges.secondaryCidrs].filter(([range]) => isIn(range, planned.cidr)).map(([, association]) => association);
  return address(
    new Subnet(module, `subnet-${tier.name}-${zone.letter}`, {
      vpcId: ranges.vpc.id,
      availabilityZone: `${config.region}${zone.letter}`,
      cidrBlock: cidrOf(planned, ranges.vpc),
      mapPublicIpOnLaunch: tier.publicIps,
      ...(config.ipv6 && planned.ipv6Number !== undefined
        ? { ipv6CidrBlock: Fn.cidrsubnet(ranges.vpc.ipv6CidrBlock, 8, planned.ipv6Number), assignIpv6AddressOnCreation: true }
        : {}),
      tags: { ...tier.tags, ...nameTag(config, tier.name, zone.letter) },
      lifecycle: { preventDestroy: config.protect },
      ...(awaited.length === 0 ? {} : { dependsOn: awaited }),
      ...overrides.subnet?.(tier.name, zone.letter),
    }),
    module,
    tier.name,
    zone.letter,
  );
}

/** Computed here, or by Terraform where the pool's range is known to it alone. */
function cidrOf({ cidr, place }: PlannedSubnet, vpc: Vpc): string {
  if (cidr !== undefined) return cidr;
  if (place === undefined) throw new Error("a subnet with neither CIDR nor place; this is a bug of ours");
  return Fn.cidrsubnet(vpc.cidrBlock, place.newBits, place.number);
}

function isIn(range: string, cidr: string | undefined): boolean {
  return cidr !== undefined && contains(knownCidr(range), knownCidr(cidr));
}
