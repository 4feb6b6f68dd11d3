import { nameFix, type Problem } from "@groundplan/core/schema";
import { type NamedRoute, routeCollisions } from "@groundplan/load-balancer/config";
import type { Draft } from "./draft.js";
import type { Environment, Estate } from "./estate.js";
import type { BrokenRule, DataProblem } from "./problem.js";
import { hostName } from "./sections/services.js";
import { serviceNameProblems } from "./service-names.js";
import { zoneNameIn } from "./zones.js";

type Service = Environment["services"][string];
type Entry = readonly [name: string, service: Service];

/** The environment whose account holds a repository, by the name that services call it. */
export function repositoryHome({ environments }: Pick<Estate, "environments">, name: string): Environment | undefined {
  return Object.values(environments).find(({ ecr }) => ecr !== undefined && name in ecr.repositories);
}

/** The accounts that pull the images of an environment's repositories: all others that run services, or may one day. */
export function pullAccountIds({ accounts }: Estate, { account }: Pick<Environment, "account">): string[] {
  return Object.values(accounts).flatMap(({ kind, emulatorOnly, id }) =>
    kind === "workload" && !emulatorOnly && id !== account.id ? [id] : [],
  );
}

/** Whether services have what they stand on: sections of their environment, repositories of the estate, routes and names of their own. */
export function serviceProblems(draft: Draft, drafts: readonly Draft[], rootDomain: string): DataProblem[] {
  const entries = Object.entries(draft.values.services ?? {});
  return [
    ...entries.flatMap((entry) => [...missingSections(draft, entry), ...unknownRepository(drafts, entry)]),
    ...collisions(entries, zoneNameIn(draft, rootDomain)),
    ...serviceNameProblems(draft, drafts),
  ];
}

function missingSections({ values }: Draft, [name, { loadBalancer, hosts }]: Entry): DataProblem[] {
  const needs = [
    { section: "network", isNeeded: true, why: "it stands in private subnets" },
    { section: "ingress", isNeeded: loadBalancer === "shared", why: "that is the load balancer that services share" },
    { section: "dns", isNeeded: loadBalancer !== "none" && hosts.length > 0, why: "its names are in the environment's zone" },
  ] as const;
  return needs
    .filter(({ section, isNeeded }) => isNeeded && values[section] === undefined)
    .map(({ section, why }) => ({
      path: ["services", name],
      at: "key",
      value: undefined,
      wrong: `needs the section "${section}", which the environment lacks: ${why}`,
      fix: `add "${section}"`,
    }));
}

function unknownRepository(drafts: readonly Draft[], [name, { image }]: Entry): DataProblem[] {
  if (typeof image !== "object") return [];
  const known = drafts.flatMap(({ values }) => Object.keys(values.ecr?.repositories ?? {}));
  if (known.includes(image.repository)) return [];
  const fix = known.length === 0 ? 'name it in the section "ecr" of the account that all share' : nameFix(image.repository, known);
  return [{ path: ["services", name, "image", "repository"], value: image.repository, wrong: "is no repository of the estate", fix }];
}

/** Names that are not the environment's zone's to have: nobody here writes their records, or proves them for a certificate. */
export function strayHosts(draft: Draft, rootDomain: string): DataProblem[] {
  const { values } = draft;
  if (values.dns === undefined) return [];
  const zoneName = zoneNameIn(draft, rootDomain);
  const fix = `give a name that ends in ".${zoneName}", or one without a dot`;
  return Object.entries(values.services ?? {}).flatMap(([service, { hosts, loadBalancer }]) =>
    hosts.flatMap((host, index): DataProblem[] => {
      const name = hostName(host, zoneName);
      if (loadBalancer === "none" || name === zoneName || name.endsWith(`.${zoneName}`)) return [];
      return [{ path: ["services", service, "hosts", index], value: host, wrong: `is not beneath the zone "${zoneName}"`, fix }];
    }),
  );
}

/** Whole references into a registry of an account that is not the estate's; the module sees no further than that it is some account's. */
export function foreignImages({ values }: Draft, accountIds: readonly string[]): BrokenRule[] {
  return Object.entries(values.services ?? {}).flatMap(([name, { image }]): BrokenRule[] => {
    const [, accountId] = typeof image === "string" ? (/^(\d{12})\.dkr\.ecr\./.exec(image) ?? []) : [];
    if (accountId === undefined || accountIds.includes(accountId)) return [];
    const message = `comes from account ${accountId}, which is not the estate's; copy it into a repository of yours`;
    return [{ id: "service-image-of-the-estate", path: ["services", name, "image"], message, value: image }];
  });
}

/** Of the routes on the load balancer that services share, only one of two that take the same requests would ever be taken. */
function collisions(entries: readonly Entry[], zoneName: string): Problem[] {
  const routes = entries.flatMap(([name, { loadBalancer, hosts: given, paths, priority }]): NamedRoute[] => {
    // "api" and "api.dev.shop.example.com" are one host
    const hosts = given.map((host) => hostName(host, zoneName));
    return loadBalancer === "shared" && priority !== undefined ? [{ name, hosts, paths, priority }] : [];
  });
  return routeCollisions(routes).map(({ name, field, value, message }) => {
    const [wrong = message, ...fix] = message.split("; ");
    return { path: ["services", name, field], value, wrong, fix: fix.join("; ") };
  });
}
