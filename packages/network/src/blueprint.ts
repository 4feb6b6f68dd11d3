import type { Construct } from "constructs";
import type { NatPlan } from "./nat-plan.js";
import { natPlanOf } from "./nat-plan.js";
import type { NetworkOverrides } from "./overrides.js";
import type { NetworkConfig } from "./schema/network.js";
import { type PlannedSubnet, subnetsOf } from "./subnets.js";
import { type Tier, tiersOf } from "./tiers.js";
import { type Zone, zonesOf } from "./zones.js";

/** What every part of a network is made by: its data, and what follows from that before anything is made. */
export interface Blueprint {
  /** The scope of all resources, whose path begins their addresses. */
  readonly module: Construct;
  readonly config: NetworkConfig;
  readonly tiers: readonly Tier[];
  readonly zones: readonly Zone[];
  readonly subnets: readonly PlannedSubnet[];
  readonly nat: NatPlan | undefined;
  readonly overrides: NetworkOverrides;
}

export function blueprintOf(module: Construct, config: NetworkConfig, overrides: NetworkOverrides = {}): Blueprint {
  return {
    module,
    config,
    tiers: tiersOf(config),
    zones: zonesOf(config),
    subnets: subnetsOf(config),
    nat: natPlanOf(config),
    overrides,
  };
}

/** The `Name` tag of a resource of the network. */
export function nameTag({ name }: NetworkConfig, ...suffix: readonly string[]): { readonly Name: string } {
  return { Name: [name, ...suffix].join("-") };
}
