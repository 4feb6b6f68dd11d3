import type { NetworkConfig } from "./schema/network.js";
import { prefixLengthFor } from "./subnet-size.js";

export const standardTiers = ["public", "private", "isolated"] as const;
export type TierKind = (typeof standardTiers)[number];

type TierConfig = NetworkConfig["tiers"][string];

/** A tier of subnets, one in each zone. */
export interface Tier extends Omit<TierConfig, "kind" | "gatewayEndpoints" | "addresses"> {
  readonly name: string;
  readonly kind: TierKind;
  readonly gatewayEndpoints: boolean;
}

/** The three standard tiers but those left out, and one's own; by slot, whatever their order in the file. */
export function tiersOf({ tiers, withoutTiers }: Pick<NetworkConfig, "tiers" | "withoutTiers">): readonly Tier[] {
  const standard = standardTiers.filter((name) => !withoutTiers.includes(name));
  const own = Object.keys(tiers).filter((name) => !isStandard(name));
  return [...standard, ...own]
    .map((name) => tierOf(name, tiers[name] ?? unchanged))
    .sort((one, other) => placeOf(one) - placeOf(other) || (one.name < other.name ? -1 : 1));
}

/** Tiers without a slot, whose CIDRs are all given, come last. */
function placeOf({ slot }: Tier): number {
  return slot ?? Number.MAX_SAFE_INTEGER;
}

export function isStandard(name: string): name is TierKind {
  return standardTiers.some((standard) => standard === name);
}

function tierOf(name: string, config: TierConfig): Tier {
  const { kind: given = "isolated", gatewayEndpoints, addresses, ...rest } = config;
  const kind = isStandard(name) ? name : given;
  const slot = config.slot ?? (isStandard(name) ? standardTiers.indexOf(name) : undefined);
  const prefixLength = config.prefixLength ?? (addresses === undefined ? undefined : prefixLengthFor(addresses));
  return { ...rest, name, kind, slot, prefixLength, gatewayEndpoints: gatewayEndpoints ?? kind !== "isolated" };
}

/** A standard tier of which the file says nothing. */
const unchanged: TierConfig = { cidrs: {}, publicIps: false, acl: { defaultRules: true, ingress: [], egress: [] }, tags: {} };
