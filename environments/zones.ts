import type { Draft } from "./draft.js";
import type { Environment, Estate } from "./estate.js";
import type { DataProblem } from "./problem.js";

type Dns = NonNullable<Draft["values"]["dns"]>;

/** The name of an environment's zone: its own beneath the root domain, unless its file says another. */
export function zoneNameOf({ rootDomain }: Pick<Estate, "rootDomain">, { name, dns }: Pick<Environment, "name" | "dns">): string {
  return dns?.zoneName ?? `${name}.${rootDomain}`;
}

/** The same of a file that is still checked. */
export function zoneNameIn({ name, values }: Pick<Draft, "name" | "values">, rootDomain: string): string {
  return values.dns?.zoneName ?? `${name}.${rootDomain}`;
}

/** The environments whose zones are delegated by the one that holds the root's. */
export function childZones(estate: Estate): readonly Environment[] {
  return Object.values(estate.environments).filter(
    (environment) => environment.dns?.delegation === "estate" && zoneNameOf(estate, environment) !== estate.rootDomain,
  );
}

/** The environment that holds the root's zone, if one does. */
export function rootZone(estate: Estate): Environment | undefined {
  return Object.values(estate.environments).find(
    (environment) => environment.dns !== undefined && zoneNameOf(estate, environment) === estate.rootDomain,
  );
}

/** Zones have a name each, beneath the root domain where we delegate them, and a root zone to be delegated by. */
export function zoneProblems(draft: Draft, drafts: readonly Draft[], rootDomain: string): DataProblem[] {
  const { dns } = draft.values;
  if (dns === undefined) return [];
  const nameOf = (one: Draft): string | undefined => (one.values.dns === undefined ? undefined : zoneNameIn(one, rootDomain));
  const name = nameOf(draft) ?? "";
  const twin = drafts.slice(0, drafts.indexOf(draft)).find((one) => nameOf(one) === name);
  if (twin !== undefined)
    return [{ path: ["dns", "zoneName"], value: name, wrong: `is the zone of ${twin.name} already`, fix: "give each its own" }];
  if (name === rootDomain) return [...idleRoles(dns), ...shadowedRecords(dns, rootDomain, drafts)];
  if (dns.delegation === "elsewhere") return idleRoles(dns);
  if (!name.endsWith(`.${rootDomain}`)) return [notBeneath(name, rootDomain)];
  if (drafts.some((one) => nameOf(one) === rootDomain)) return [];
  return [
    {
      path: ["dns"],
      at: "key",
      value: undefined,
      wrong: `has nobody to delegate it: no environment holds the zone of "${rootDomain}"`,
      fix: `say "delegation: elsewhere", or "zoneName: ${rootDomain}" in the environment that holds it`,
    },
  ];
}

/** Roles that are trusted with a record that nobody writes. */
function idleRoles(dns: Dns): DataProblem[] {
  return (["appliers", "planners"] as const)
    .filter((list) => dns[list].length > 0)
    .map((list) => ({
      path: ["dns", list],
      value: undefined,
      wrong: "is for the record that we write into the root's zone, and there is none",
      fix: "take it out",
    }));
}

/** Records of the root's zone that lie in a zone which it delegates: whoever asks is sent there, and the NS record can stand only once. */
function shadowedRecords({ records }: Dns, rootDomain: string, drafts: readonly Draft[]): DataProblem[] {
  const children = drafts.filter(({ values }) => values.dns?.delegation === "estate").map((draft) => zoneNameIn(draft, rootDomain));
  return Object.entries(records).flatMap(([key, { name }]): DataProblem[] => {
    const child = children.find((zone) => zone !== rootDomain && `.${name}.${rootDomain}`.endsWith(`.${zone}`));
    if (child === undefined) return [];
    const wrong = `lies in the zone "${child}", which is delegated, and is asked of it`;
    return [{ path: ["dns", "records", key], at: "key", value: undefined, wrong, fix: "give it to the environment of that zone" }];
  });
}

function notBeneath(value: string, rootDomain: string): DataProblem {
  return {
    path: ["dns", "zoneName"],
    value,
    wrong: `is not beneath the estate's root domain "${rootDomain}"`,
    fix: 'give a name beneath it, or say "delegation: elsewhere"',
  };
}
