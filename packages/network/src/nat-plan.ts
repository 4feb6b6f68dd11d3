import type { NetworkConfig } from "./schema/network.js";
import { type Tier, tiersOf } from "./tiers.js";
import { type Zone, zonesOf } from "./zones.js";

/** Where a network's NATs stand, and whom each serves. */
export interface NatPlan {
  readonly kind: "gateway" | "instance";
  /** The tier that they stand in. */
  readonly tier: Tier;
  readonly zones: readonly Zone[];
}

export type NatConfig = Pick<NetworkConfig, "nat" | "natAzs" | "azs" | "region" | "tiers" | "withoutTiers">;

/** `undefined` where there is none. Expects a config that was checked. */
export function natPlanOf(config: NatConfig): NatPlan | undefined {
  const tier = tiersOf(config).find(({ kind }) => kind === "public");
  if (config.nat === "none" || tier === undefined) return undefined;
  const all = zonesOf(config);
  const { natAzs } = config;
  const zones = natAzs === undefined ? all.slice(0, natCount(config)) : all.filter(({ letter }) => natAzs.includes(letter));
  return { kind: config.nat === "instance" ? "instance" : "gateway", tier, zones };
}

/** How many NATs a config speaks of; an instance goes into each of `natAzs`. */
export function natCount(config: NatConfig): number {
  const { nat, natAzs } = config;
  if (nat === "none") return 0;
  if (nat === "perAz") return zonesOf(config).length;
  if (nat === "instance") return natAzs?.length ?? 1;
  return nat === "single" ? 1 : nat;
}

/** The NAT of a zone: its own, or else one by the zone's column, so that the zones beside it do not matter. */
export function natZoneFor(zone: Zone, { zones }: NatPlan): Zone {
  const own = zones.find(({ letter }) => letter === zone.letter);
  const other = zones[zone.column % zones.length];
  if (own !== undefined) return own;
  if (other === undefined) throw new Error(`a NAT plan without a zone; this is a bug of ours`);
  return other;
}
