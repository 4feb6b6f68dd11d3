import type { Draft } from "./draft.js";
import type { DataProblem } from "./problem.js";
import { hostName } from "./sections/services.js";
import { siteNamesIn } from "./sites.js";
import { zoneNameIn } from "./zones.js";

/** A name, and what it leads to. */
interface Led {
  readonly name: string;
  readonly to: string;
}

/** A host of a service, or a name of a site, and where it is written. */
interface Host extends Led {
  readonly value: string;
  readonly path: readonly (string | number)[];
  /** What answers to it; nothing of the kind before a site. */
  readonly balancer: "shared" | "own" | "none";
}

/** A name leads to one place: AWS takes no second record for it, and a record of its own hides it from the load balancer that services share. */
export function hostProblems(draft: Draft, rootDomain: string): DataProblem[] {
  if (draft.values.dns === undefined) return [];
  const zoneName = zoneNameIn(draft, rootDomain);
  const sites = ofSites(draft, rootDomain);
  const hosts = [...hostsIn(draft, zoneName), ...sites];
  return [
    ...twice(hosts),
    ...withoutApex(draft, hosts, zoneName),
    ...takenByIngress(sites, ofIngress(draft, zoneName), zoneName),
    ...takenByRecords(draft, [...hosts, ...ofIngress(draft, zoneName)], zoneName),
  ];
}

function hostsIn({ values: { services = {} } }: Draft, zoneName: string): Host[] {
  return Object.entries(services).flatMap(([service, { hosts, loadBalancer }]) => {
    if (loadBalancer === "none") return [];
    return hosts.map((value, index) => ({
      name: hostName(value, zoneName),
      to: `the service "${service}"`,
      value,
      path: ["services", service, "hosts", index],
      balancer: loadBalancer === "shared" ? "shared" : "own",
    }));
  });
}

function ofSites(draft: Draft, rootDomain: string): Host[] {
  const own = siteNamesIn(draft, rootDomain).filter(({ zone }) => zone === "environment");
  return own.map(({ site, name, value, path }) => ({ name, to: `the site "${site}"`, value, path, balancer: "none" }));
}

function twice(hosts: readonly Host[]): DataProblem[] {
  return hosts.flatMap(({ name, balancer, value, path, to }, index): DataProblem[] => {
    const other = hosts
      .slice(0, index)
      .find((one) => one.name === name && one.to !== to && [one.balancer, balancer].some((kind) => kind !== "shared"));
    if (other === undefined) return [];
    if ([balancer, other.balancer].includes("none"))
      return [{ path, value, wrong: `leads to ${other.to} already`, fix: "give each its own" }];
    const fix = 'give each its own, or "loadBalancer: shared" and paths to both';
    return [{ path, value, wrong: `leads to ${other.to} already, by another load balancer`, fix }];
  });
}

function withoutApex({ values: { ingress } }: Draft, hosts: readonly Host[], zoneName: string): DataProblem[] {
  if (ingress?.apex !== false) return [];
  const wrong = 'is the zone\'s own name, which "ingress.apex" leaves to something else';
  return hosts
    .filter(({ name, balancer }) => balancer === "shared" && name === zoneName)
    .map(({ path, value }) => ({ path, value, wrong, fix: "leave that on, or give another name" }));
}

function takenByIngress(sites: readonly Host[], ingress: readonly Led[], zoneName: string): DataProblem[] {
  return sites.flatMap(({ name, path, value }): DataProblem[] => {
    const other = ingress.find((one) => one.name === name);
    if (other === undefined) return [];
    const fix = name === zoneName ? 'set "ingress.apex" to false, or give another name' : 'take it out of "ingress.certificateNames"';
    return [{ path, value, wrong: `leads to ${other.to} already`, fix }];
  });
}

/** The names that the ingress leads to its load balancer itself. */
function ofIngress({ values: { ingress } }: Draft, zoneName: string): Led[] {
  if (ingress === undefined) return [];
  const names = [...(ingress.apex ? [zoneName] : []), `*.${zoneName}`, ...ingress.certificateNames];
  return names.map((name) => ({ name, to: "the load balancer that services share" }));
}

function takenByRecords({ values: { dns } }: Draft, led: readonly Led[], zoneName: string): DataProblem[] {
  return Object.entries(dns?.records ?? {}).flatMap(([key, { name, type }]): DataProblem[] => {
    const whole = name === "" ? zoneName : `${name}.${zoneName}`;
    const other = led.find((one) => one.name === whole);
    if (other === undefined || !["A", "AAAA", "CNAME"].includes(type)) return [];
    const fix = whole === zoneName ? 'take it out, or set "ingress.apex" to false' : "take one of them out";
    return [{ path: ["dns", "records", key], at: "key", value: undefined, wrong: `is a name that leads to ${other.to} already`, fix }];
  });
}
