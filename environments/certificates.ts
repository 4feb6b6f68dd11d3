import type { Draft } from "./draft.js";
import type { DataProblem } from "./problem.js";
import { hostName } from "./sections/services.js";
import { zoneNameIn } from "./zones.js";

/** What the certificate of the load balancer that services share always names: the zone, and all one level beneath it. */
export function ownNames(zoneName: string): { readonly domainName: string; readonly wildcard: string } {
  return { domainName: zoneName, wildcard: `*.${zoneName}` };
}

/** Names that the zone cannot prove, and hosts that no name stands for, so that browsers turn away from them. */
export function certificateProblems(draft: Draft, rootDomain: string): DataProblem[] {
  const { dns, ingress, services = {} } = draft.values;
  if (dns === undefined || ingress === undefined) return [];
  const zoneName = zoneNameIn(draft, rootDomain);
  const names = [...Object.values(ownNames(zoneName)), ...ingress.certificateNames];
  return [...wrongNames(ingress.certificateNames, zoneName), ...unnamedHosts(services, { zoneName, names })];
}

function wrongNames(certificateNames: readonly string[], zoneName: string): DataProblem[] {
  const own = Object.values(ownNames(zoneName));
  return certificateNames.flatMap((value, index): DataProblem[] => {
    const path = ["ingress", "certificateNames", index];
    if (own.includes(value)) return [{ path, value, wrong: "is in the certificate anyway", fix: "take it out" }];
    if (value.endsWith(`.${zoneName}`)) return [];
    return [{ path, value, wrong: `is not beneath the zone "${zoneName}"`, fix: `give a name that ends in ".${zoneName}"` }];
  });
}

interface Certificate {
  readonly zoneName: string;
  readonly names: readonly string[];
}

function unnamedHosts(services: NonNullable<Draft["values"]["services"]>, { zoneName, names }: Certificate): DataProblem[] {
  const hosts = Object.entries(services).flatMap(([service, { hosts: given, loadBalancer }]) =>
    loadBalancer === "shared" ? given.map((value, index) => ({ value, path: ["services", service, "hosts", index] })) : [],
  );
  return hosts.flatMap(({ value, path }): DataProblem[] => {
    const host = hostName(value, zoneName);
    // those of another zone are told of elsewhere
    if (!host.endsWith(`.${zoneName}`) || [host, wildcardFor(host)].some((name) => names.includes(name))) return [];
    const wrong = "is named by no certificate of the load balancer that services share";
    return [{ path, value, wrong, fix: `add "${wildcardFor(host)}" to "ingress.certificateNames"` }];
  });
}

/** A wildcard stands for one label. https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-wildcard */
function wildcardFor(host: string): string {
  return host.replace(/^[^.]+/, "*");
}
