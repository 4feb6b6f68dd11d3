import { cidrText, knownCidr, nthRange } from "./cidr.js";
import { cellOf, type Grid, gridOf } from "./grid.js";
import type { NetworkConfig } from "./schema/network.js";
import { type Tier, tiersOf } from "./tiers.js";
import { type Zone, zonesOf } from "./zones.js";

/** A subnet before it is made. */
export interface PlannedSubnet {
  readonly tier: Tier;
  readonly zone: Zone;
  /** `undefined` where IPAM chooses the VPC's range: then it is the `place` in that. */
  readonly cidr: string | undefined;
  /** As `cidrsubnet` counts; `undefined` for a subnet whose CIDR was given. */
  readonly place: { readonly newBits: number; readonly number: number } | undefined;
  /** Which /64 of the VPC's IPv6 range is its. */
  readonly ipv6Number: number | undefined;
}

export type LayoutConfig = Pick<NetworkConfig, "cidr" | "ipam" | "azs" | "region" | "grid" | "tiers" | "withoutTiers">;

/**
 * The subnets of a network: pure arithmetic, so that a new AZ or tier takes cells that were empty, and nothing else moves.
 * Expects a config that was checked.
 */
export function subnetsOf(config: LayoutConfig): readonly PlannedSubnet[] {
  const grid = gridOf(config);
  const zones = zonesOf(config);
  return tiersOf(config).flatMap((tier) => zones.map((zone) => subnetOf(tier, zone, { grid, vpc: config.cidr })));
}

function subnetOf(tier: Tier, zone: Zone, { grid, vpc }: { readonly grid: Grid; readonly vpc: string | undefined }): PlannedSubnet {
  const cell = tier.slot === undefined ? undefined : cellOf(grid, tier.slot, zone.column);
  const given = tier.cidrs[zone.letter];
  if (given !== undefined || cell === undefined) return { tier, zone, cidr: given, place: undefined, ipv6Number: cell };
  const prefixLength = tier.prefixLength ?? grid.prefixLength;
  const place = { newBits: prefixLength - grid.vpcPrefixLength, number: cell * 2 ** (prefixLength - grid.prefixLength) };
  const cidr = vpc === undefined ? undefined : cidrText(nthRange(knownCidr(vpc), prefixLength, place.number));
  return { tier, zone, cidr, place, ipv6Number: cell };
}
