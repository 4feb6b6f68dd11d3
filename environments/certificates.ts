import type { Draft } from "./draft.js";
import type { DataProblem } from "./problem.js";
import { hostName } from "./sections/services.js";

/** The names of the certificate on the load balancer that services share: the zone's own, all one level beneath it, and those that are asked for. */
export function certificateNamesOf(zoneName: string, certificateNames: readonly string[]): readonly [string, ...string[]] {
  return [zoneName, `*.${zoneName}`, ...certificateNames];
}

/**
 * Hosts on the shared load balancer that its certificate does not name, so that browsers would turn away; and names of the certificate
 * that its zone cannot prove.
 */
export function certificateProblems({ name, values: { dns, ingress, services = {} } }: Draft, rootDomain: string): DataProblem[] {
  if (dns === undefined || ingress === undefined) return [];
  const zoneName = dns.zoneName ?? `${name}.${rootDomain}`;
  const names = certificateNamesOf(zoneName, ingress.certificateNames);
  const hosts = Object.entries(services).flatMap(([service, { hosts: given, loadBalancer }]) =>
    loadBalancer === "shared" ? given.map((host, index) => ({ host, path: ["services", service, "hosts", index] })) : [],
  );
  return [
    ...names.flatMap((one, index): DataProblem[] => {
      const place = index - names.length + ingress.certificateNames.length;
      if (place < 0) return [];
      const problem = wrongName(one, { zoneName, others: names.slice(0, index) });
      return problem === undefined ? [] : [{ path: ["ingress", "certificateNames", place], value: one, ...problem }];
    }),
    ...hosts.flatMap(({ host, path }): DataProblem[] => {
      const whole = hostName(host, zoneName);
      // those of another zone are told of by that
      if (!whole.endsWith(`.${zoneName}`) || names.some((one) => covers(one, whole))) return [];
      const wrong = "is named by no certificate of the load balancer that services share";
      return [{ path, value: host, wrong, fix: `add "${nameFor(whole)}" to "ingress.certificateNames"` }];
    }),
  ];
}

interface Beside {
  readonly zoneName: string;
  readonly others: readonly string[];
}

function wrongName(name: string, { zoneName, others }: Beside): Pick<DataProblem, "wrong" | "fix"> | undefined {
  if (others.includes(name)) return { wrong: "is in the certificate already", fix: "take it out" };
  if (name.endsWith(`.${zoneName}`)) return undefined;
  return { wrong: `is not beneath the zone "${zoneName}"`, fix: `give a name that ends in ".${zoneName}"` };
}

/** A wildcard stands for one label. https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-dn */
function covers(name: string, host: string): boolean {
  return name === host || (name.startsWith("*.") && host.replace(/^[^.]+/, "*") === name);
}

function nameFor(host: string): string {
  return host.replace(/^[^.]+/, "*");
}
