import type { CrossProblem } from "@groundplan/core/schema";
import type { NetworkConfig } from "../schema/network.js";
import { tiersOf } from "../tiers.js";

const destinations = ["cidr", "ipv6Cidr", "prefixListId"] as const;
const targets = ["transitGatewayId", "peeringConnectionId", "networkInterfaceId", "vpcEndpointId", "virtualPrivateGatewayId"] as const;

type Route = NetworkConfig["routes"][string];

/** Whether what is spoken of by name is there, and each route has one destination and one way. */
export function connectionProblems(config: NetworkConfig): readonly CrossProblem[] {
  const { routes, peering, transitGateway, interfaceEndpoints, endpointTier } = config;
  const names = tiersOf(config).map(({ name }) => name);
  const named = (path: readonly string[], tiers: readonly string[]): CrossProblem[] =>
    tiers.flatMap((tier, index) => (names.includes(tier) ? [] : [strayTier([...path, "tiers", index], tier, names)]));
  const alone = (path: readonly string[], tier: string): CrossProblem[] => (names.includes(tier) ? [] : [strayTier(path, tier, names)]);
  return [
    ...Object.entries(routes).flatMap(([name, route]) => [...named(["routes", name], route.tiers), ...routeProblems(name, route)]),
    ...Object.entries(peering).flatMap(([name, { tiers }]) => named(["peering", name], tiers)),
    ...(transitGateway === undefined
      ? []
      : [...named(["transitGateway"], transitGateway.tiers), ...alone(["transitGateway", "tier"], transitGateway.tier)]),
    ...(Object.keys(interfaceEndpoints).length === 0 ? [] : alone(["endpointTier"], endpointTier)),
  ];
}

function strayTier(path: readonly (string | number)[], tier: string, names: readonly string[]): CrossProblem {
  return { path, value: tier, message: `is no tier of the network; give one of ${names.join(", ")}` };
}

function routeProblems(name: string, route: Route): CrossProblem[] {
  const taken = ownNames.includes(name)
    ? [{ path: ["routes", name], value: undefined, message: "has the name of a route that the network makes itself; give another name" }]
    : [];
  return [...taken, ...oneOf(name, route, destinations, "destination"), ...oneOf(name, route, targets, "way")];
}

/** Names of the routes that the module makes. */
const ownNames = ["egress", "egress-ipv6", "internet", "internet-ipv6"];

function oneOf(name: string, route: Route, fields: readonly (keyof Route)[], what: string): CrossProblem[] {
  const given = fields.filter((field) => route[field] !== undefined);
  if (given.length === 1) return [];
  const wrong = given.length === 0 ? `has no ${what}` : `has ${given.length} ${what}s, ${given.map((field) => `"${field}"`).join(" and ")}`;
  return [{ path: ["routes", name], value: undefined, message: `${wrong}; give exactly one of ${fields.join(", ")}` }];
}
