import { type DnsContract, zoneRoleArns } from "@groundplan/core";
import { Delegation, DelegationRoles, Zone } from "@groundplan/dns";
import { childZones, type Environment, type Estate, rootNames, rootZone, zoneNameOf } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";
import { zoneProvider } from "./zone-provider.js";

/** What a DNS stack is made from. */
interface DnsStack {
  readonly estate: Estate;
  readonly environment: Environment;
}

/**
 * The environment's own zone, and the record that makes it answer: in the root's zone, which may be in another account. The root's
 * own stack makes the roles by which the others write theirs.
 */
export function dnsStack(stack: EstateStack<DnsContract>, { estate, environment }: DnsStack): void {
  const { zoneName: _, delegation: __, planners: ___, appliers: ____, ...data } = environment.dns ?? {};
  const zone = new Zone(stack, "zone", { ...data, name: zoneNameOf(estate, environment) });
  const root = rootZone(estate);
  if (root?.name === environment.name) letChildrenIn(stack, estate, zone);
  else if (root !== undefined && environment.dns?.delegation === "estate") delegate(stack, { estate, environment, zone, root });

  const { zoneId, zoneName, nameServers } = zone;
  stack.publish({ zoneId, zoneName, nameServers });
}

function letChildrenIn(stack: EstateStack, estate: Estate, zone: Zone): void {
  const children = childZones(estate).map((child) => {
    const { name, account, dns } = child;
    const arns = (roles: readonly string[] = []): string[] => roles.map((role) => `arn:aws:iam::${account.id}:role/${role}`);
    const trusted = { planners: arns(dns?.planners), appliers: arns(dns?.appliers) };
    return [name, { zoneName: zoneNameOf(estate, { name, dns }), accountId: account.id, aliasNames: rootNames(child, estate), ...trusted }];
  });
  if (children.length === 0) return;
  new DelegationRoles(stack, "delegation", { zone, project: estate.project, children: Object.fromEntries(children) });
}

interface Child extends DnsStack {
  readonly zone: Zone;
  /** The environment that holds the root's zone. */
  readonly root: Environment;
}

function delegate(stack: EstateStack, { estate, environment, zone, root }: Child): void {
  const roleArns = zoneRoleArns({ project: estate.project, environment: environment.name, accountId: root.account.id });
  new Delegation(stack, "delegation", {
    zone,
    parentZoneName: estate.rootDomain,
    zoneProvider: zoneProvider(stack, { region: root.region, accountId: root.account.id, roleArns }),
  });
}
