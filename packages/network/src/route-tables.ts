import { RouteTable } from "@cdktf/provider-aws/lib/route-table/index.js";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { address } from "@groundplan/core";
import { type Blueprint, nameTag } from "./blueprint.js";
import type { TierSubnet } from "./tier-subnets.js";
import type { Tier } from "./tiers.js";
import type { Zone } from "./zones.js";

/** A route table, and whose it is. */
export interface TierRouteTable {
  readonly tier: Tier;
  /** For tiers with a table in each AZ: private ones, whose NATs differ. */
  readonly zone: Zone | undefined;
  /** Suffix of its address, and of its routes'. */
  readonly suffix: readonly string[];
  readonly table: RouteTable;
}

export function makeRouteTables(blueprint: Blueprint, vpc: Vpc, subnets: readonly TierSubnet[]): readonly TierRouteTable[] {
  const tables = blueprint.tiers.flatMap((tier) =>
    tier.kind === "private"
      ? blueprint.zones.map((zone) => makeRouteTable(blueprint, vpc, { tier, zone }))
      : [makeRouteTable(blueprint, vpc, { tier, zone: undefined })],
  );
  for (const { tier, zone, subnet } of subnets) {
    const { table } = tableFor(tables, tier, zone);
    const association = new RouteTableAssociation(blueprint.module, `association-${tier.name}-${zone.letter}`, {
      subnetId: subnet.id,
      routeTableId: table.id,
    });
    address(association, blueprint.module, tier.name, zone.letter);
  }
  return tables;
}

function makeRouteTable(
  { module, config, overrides }: Blueprint,
  vpc: Vpc,
  { tier, zone }: Pick<TierRouteTable, "tier" | "zone">,
): TierRouteTable {
  const suffix = [tier.name, ...(zone === undefined ? [] : [zone.letter])];
  const table = new RouteTable(module, `route-table-${suffix.join("-")}`, {
    vpcId: vpc.id,
    tags: nameTag(config, ...suffix),
    ...overrides.routeTable?.(tier.name, zone?.letter),
  });
  return { tier, zone, suffix, table: address(table, module, ...suffix) };
}

function tableFor(tables: readonly TierRouteTable[], tier: Tier, zone: Zone): TierRouteTable {
  const own = tables.find((table) => table.tier.name === tier.name && (table.zone === undefined || table.zone.letter === zone.letter));
  if (own === undefined) throw new Error(`no route table for "${tier.name}" in AZ ${zone.letter}; this is a bug of ours`);
  return own;
}
