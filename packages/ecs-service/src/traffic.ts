import type { LoadBalancerContract, SecurityGroup } from "@groundplan/core";
import { aliasRecord } from "@groundplan/dns";
import { LoadBalancer, Route, TargetGroup } from "@groundplan/load-balancer";
import { lastPriority } from "@groundplan/load-balancer/config";
import { connect } from "@groundplan/security-group";
import { type Blueprint, missingWire } from "./blueprint.js";
import { makeOwnLoadBalancer } from "./own-load-balancer.js";

/** How requests come to the tasks. */
export interface Traffic {
  readonly loadBalancer: LoadBalancerContract;
  /** The service's own load balancer, if it has one. */
  readonly own: LoadBalancer | undefined;
  readonly port: number;
  readonly targetGroup: TargetGroup;
  /** The second one, which CodeDeploy fills before it moves traffic. */
  readonly greenTargetGroup: TargetGroup | undefined;
  readonly route: Route;
  readonly testRoute: Route | undefined;
}

/** Requests to the service's hosts and paths, by a load balancer of its own or a shared one; none for a worker. */
export function makeTraffic(blueprint: Blueprint, service: SecurityGroup): Traffic | undefined {
  const { module, config } = blueprint;
  const { port } = config;
  if (config.loadBalancer === "none" || port === undefined) return undefined;
  const loadBalancer = config.loadBalancer === "shared" ? sharedOf(blueprint) : makeOwnLoadBalancer(blueprint);
  const description = `Requests to ${config.name}`;
  connect(module, { name: "load-balancer", from: loadBalancer, to: service, port, description });

  const targetGroup = makeTargetGroup(blueprint, "target-group");
  const greenTargetGroup = config.deployment.kind === "rolling" ? undefined : makeTargetGroup(blueprint, "target-group-green");
  const route = makeRoute(blueprint, "route", { listenerArn: loadBalancer.httpsListenerArn, targetGroup });
  const testRoute = makeTestRoute(blueprint, loadBalancer, targetGroup);
  writeRecords(blueprint, loadBalancer);
  const own = loadBalancer instanceof LoadBalancer ? loadBalancer : undefined;
  return { loadBalancer, own, port, targetGroup, greenTargetGroup, route, testRoute };
}

function sharedOf(blueprint: Blueprint): LoadBalancerContract {
  const { config, wiring } = blueprint;
  const shared = wiring.sharedLoadBalancer;
  if (shared === undefined)
    throw missingWire(blueprint, "sharedLoadBalancer", 'give the load balancer that "loadBalancer" shared speaks of');
  if (config.deployment.kind !== "rolling" && config.testListener !== "off" && shared.testListenerArn === "")
    throw missingWire(blueprint, "sharedLoadBalancer", 'give one with a test listener, or set "testListener" to off');
  return shared;
}

function makeTargetGroup({ module, config, wiring, overrides }: Blueprint, id: string): TargetGroup {
  return new TargetGroup(module, id, {
    ...config.targetGroup,
    name: config.name,
    port: config.port ?? 0,
    network: wiring.network,
    overrides: { targetGroup: { ...overrides.targetGroup } },
  });
}

interface Destination {
  readonly listenerArn: string;
  readonly targetGroup: TargetGroup;
}

/** On a load balancer of its own the service comes last, so that rules of one's own can stand before it. */
function makeRoute({ module, config }: Blueprint, id: string, { listenerArn, targetGroup }: Destination): Route {
  const { hosts, paths, priority = lastPriority, deployment } = config;
  const switchedBy = deployment.kind === "rolling" ? "terraform" : "codedeploy";
  return new Route(module, id, { hosts, paths, priority, switchedBy, listenerArn, targetGroups: [targetGroup] });
}

function makeTestRoute(blueprint: Blueprint, { testListenerArn }: LoadBalancerContract, targetGroup: TargetGroup): Route | undefined {
  const { deployment, testListener } = blueprint.config;
  if (deployment.kind === "rolling" || testListener === "off") return undefined;
  return makeRoute(blueprint, "test-route", { listenerArn: testListenerArn, targetGroup });
}

/** A rule's pattern, other than a wildcard in front, is no name that a record could have. */
function writeRecords({ module, config, wiring: { zone, sharedLoadBalancer } }: Blueprint, target: LoadBalancerContract): void {
  if (zone === undefined) return;
  const ipv6 = config.loadBalancer === "shared" ? sharedLoadBalancer?.dualStack : config.ownLoadBalancer.dualStack;
  for (const name of config.hosts.filter((host) => /^(\*\.)?[^*?]+$/.test(host))) aliasRecord(module, { zone, name, target, ipv6 });
}
