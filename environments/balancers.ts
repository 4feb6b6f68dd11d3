import type { Draft } from "./draft.js";
import { isMap } from "./parse.js";
import type { DataProblem } from "./problem.js";

type Network = NonNullable<Draft["values"]["network"]>;

/** A load balancer of the environment: that which services share, or a service's own. */
interface Balancer {
  readonly path: readonly string[];
  readonly kind: "public" | "internal";
  readonly dualStack: boolean;
  readonly dualStackPath: readonly string[];
}

/** Whether load balancers have what they stand on: sections of their environment, and subnets that AWS takes. */
export function balancerProblems(draft: Draft): DataProblem[] {
  const { network } = draft.values;
  const subnets = network === undefined ? [] : balancersOf(draft).flatMap((balancer) => subnetProblems(network, balancer));
  return [...missingSections(draft), ...subnets];
}

function missingSections({ data, values }: Draft): DataProblem[] {
  if (values.ingress === undefined) return [];
  const needs = { network: "it stands in its subnets", dns: "its certificate is for the environment's zone" };
  return Object.entries(needs)
    .filter(([section]) => isMap(data) && data[section] === undefined)
    .map(([section, why]) => ({
      path: ["ingress"],
      at: "key",
      value: undefined,
      wrong: `needs the section "${section}", which the environment lacks: ${why}`,
      fix: `add "${section}"`,
    }));
}

function balancersOf({ values: { ingress, services = {} } }: Draft): Balancer[] {
  const shared = ingress === undefined ? [] : [{ ...ingress, path: ["ingress"], dualStackPath: ["ingress", "dualStack"] }];
  const own = Object.entries(services).flatMap(([name, { loadBalancer, ownLoadBalancer }]): Balancer[] => {
    if (loadBalancer !== "public" && loadBalancer !== "internal") return [];
    const path = ["services", name];
    return [{ path, kind: loadBalancer, dualStack: ownLoadBalancer.dualStack, dualStackPath: [...path, "ownLoadBalancer", "dualStack"] }];
  });
  return [...shared, ...own];
}

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
function subnetProblems({ azs, withoutTiers, ipv6 }: Network, { path, kind, dualStack, dualStackPath }: Balancer): DataProblem[] {
  const tier = kind === "public" ? "public" : "private";
  const [wrong, fix] = withoutTiers.includes(tier)
    ? [`stands in ${tier} subnets, and the network has none`, `take ${tier} out of "network.withoutTiers"`]
    : ["needs subnets in two AZs, and the network has one", 'give another to "network.azs"'];
  const isPlaced = azCount(azs) > 1 && !withoutTiers.includes(tier);
  return [
    ...(isPlaced ? [] : [{ path, at: "key" as const, value: undefined, wrong, fix }]),
    ...(dualStack && !ipv6
      ? [{ path: dualStackPath, value: true, wrong: "needs subnets with IPv6", fix: 'set "network.ipv6", or leave it off' }]
      : []),
  ];
}

function azCount(azs: Network["azs"]): number {
  return typeof azs === "number" ? azs : Object.keys(azs).length;
}
