import type { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway/index.js";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import { Route, type RouteConfig } from "@cdktf/provider-aws/lib/route/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import type { Nat } from "./nat.js";
import { natZoneFor } from "./nat-plan.js";
import type { TierRouteTable } from "./route-tables.js";

const everywhere = { destinationCidrBlock: "0.0.0.0/0" };
const everywhereIpv6 = { destinationIpv6CidrBlock: "::/0" };

/** The gateways that default routes point at. */
export interface WaysOut {
  readonly internetGateway: InternetGateway | undefined;
  readonly egressOnlyGateway: EgressOnlyInternetGateway | undefined;
  readonly nats: readonly Nat[];
}

/** Public tiers to the internet's gateway, private ones to their AZ's NAT; isolated ones nowhere. */
export function makeDefaultRoutes(blueprint: Blueprint, tables: readonly TierRouteTable[], ways: WaysOut): void {
  const { internetGateway, egressOnlyGateway } = ways;
  for (const table of tables) {
    if (table.tier.kind === "public" && internetGateway !== undefined) {
      makeRoute(blueprint, table, "internet", { ...everywhere, gatewayId: internetGateway.id });
      if (blueprint.config.ipv6) makeRoute(blueprint, table, "internet-ipv6", { ...everywhereIpv6, gatewayId: internetGateway.id });
    }
    if (table.tier.kind === "private") {
      const nat = natOf(blueprint, table, ways.nats);
      if (nat !== undefined) makeRoute(blueprint, table, "egress", { ...everywhere, ...nat.target });
      if (egressOnlyGateway !== undefined)
        makeRoute(blueprint, table, "egress-ipv6", { ...everywhereIpv6, egressOnlyGatewayId: egressOnlyGateway.id });
    }
  }
}

/** The routes of one's own, in the tables of their tiers. */
export function makeOwnRoutes(blueprint: Blueprint, tables: readonly TierRouteTable[]): void {
  for (const [name, route] of Object.entries(blueprint.config.routes)) {
    const { tiers, cidr, ipv6Cidr, prefixListId, peeringConnectionId, virtualPrivateGatewayId, ...targets } = route;
    const config = withoutUndefined({
      destinationCidrBlock: cidr,
      destinationIpv6CidrBlock: ipv6Cidr,
      destinationPrefixListId: prefixListId,
      vpcPeeringConnectionId: peeringConnectionId,
      gatewayId: virtualPrivateGatewayId,
      ...targets,
    });
    for (const table of tablesOf(tables, tiers)) makeRoute(blueprint, table, name, config);
  }
}

export function makeRoute(
  { module }: Blueprint,
  { table, suffix }: TierRouteTable,
  name: string,
  route: Omit<RouteConfig, "routeTableId">,
): Route {
  const id = ["route", ...suffix, name].join("-");
  return address(new Route(module, id, { routeTableId: table.id, ...route }), module, ...suffix, name);
}

export function tablesOf(tables: readonly TierRouteTable[], tiers: readonly string[]): readonly TierRouteTable[] {
  return tables.filter(({ tier }) => tiers.includes(tier.name));
}

function natOf({ nat: plan }: Blueprint, { zone }: TierRouteTable, nats: readonly Nat[]): Nat | undefined {
  if (plan === undefined || zone === undefined) return undefined;
  const { letter } = natZoneFor(zone, plan);
  return nats.find((nat) => nat.zone.letter === letter);
}

function withoutUndefined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
