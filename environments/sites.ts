import type { Draft } from "./draft.js";
import type { Environment, Estate } from "./estate.js";
import type { AccountConfig } from "./estate-schema.js";
import type { DataProblem } from "./problem.js";
import { secondRegionProblems } from "./second-region.js";
import { hostName } from "./sections/services.js";
import { zoneNameIn } from "./zones.js";

type Site = Environment["sites"][string];

/** A name of a site, and where it is written. */
export interface SiteName {
  readonly site: string;
  /** The whole name. */
  readonly name: string;
  readonly zone: Site["zone"];
  readonly value: string;
  readonly path: readonly (string | number)[];
}

/** The whole names of a site: those without a dot are beneath its zone. */
export function siteDomainNames({ domainNames, zone }: Pick<Site, "domainNames" | "zone">, zones: Zones): string[] {
  return domainNames.map((name) => hostName(name, zone === "root" ? zones.rootDomain : zones.zoneName));
}

interface Zones {
  readonly rootDomain: string;
  /** The environment's own. */
  readonly zoneName: string;
}

/** The names of an environment's sites. */
export function siteNamesIn(draft: Draft, rootDomain: string): SiteName[] {
  const zones = { rootDomain, zoneName: zoneNameIn(draft, rootDomain) };
  return Object.entries(draft.values.sites ?? {}).flatMap(([site, data]) =>
    siteDomainNames(data, zones).map((name, index) => ({
      site,
      name,
      zone: data.zone,
      value: data.domainNames[index] ?? "",
      path: ["sites", site, "domainNames", index],
    })),
  );
}

/** The names of the root's zone that an environment leads to its sites, by a role in the root's account. */
export function rootNames({ sites }: Pick<Environment, "sites">, { rootDomain }: Pick<Estate, "rootDomain">): string[] {
  const ofRoot = Object.values(sites).filter(({ zone }) => zone === "root");
  return ofRoot.flatMap((site) => siteDomainNames(site, { rootDomain, zoneName: rootDomain }));
}

/** Whether sites have a second region that is another one, and one of the account's. */
export function siteRegionProblems({ values }: Draft, account: AccountConfig | undefined): DataProblem[] {
  return Object.entries(values.sites ?? {}).flatMap(([site, { secondRegion }]) =>
    secondRegion !== undefined && secondRegion === values.region
      ? [
          {
            path: ["sites", site, "secondRegion"],
            value: secondRegion,
            wrong: "is the environment's own region",
            fix: "give another one of the account's, or leave it out",
          },
        ]
      : secondRegionProblems(["sites", site], secondRegion, account),
  );
}

/** Whether sites have the zones that their names are in, and names that nobody else has. */
export function siteProblems(draft: Draft, drafts: readonly Draft[], rootDomain: string): DataProblem[] {
  const names = siteNamesIn(draft, rootDomain);
  const zoneName = zoneNameIn(draft, rootDomain);
  return [
    ...missingZone(draft),
    ...names.flatMap((name) => stray(name, name.zone === "root" ? rootDomain : zoneName)),
    ...names.flatMap((name) => (name.zone === "root" ? rootProblems(name, draft, { drafts, rootDomain }) : [])),
  ];
}

function missingZone({ values }: Draft): DataProblem[] {
  return Object.entries(values.sites ?? {}).flatMap(([site, { domainNames, zone }]): DataProblem[] => {
    if (domainNames.length === 0 || values.dns !== undefined) return [];
    const why =
      zone === "root" ? "the role that writes into the root's zone is that of its delegation" : "its names are in the environment's zone";
    const wrong = `needs the section "dns", which the environment lacks: ${why}`;
    return [{ path: ["sites", site], at: "key", value: undefined, wrong, fix: 'add "dns"' }];
  });
}

function stray({ name, value, path }: SiteName, zoneName: string): DataProblem[] {
  if (name === zoneName || name.endsWith(`.${zoneName}`)) return [];
  return [
    { path, value, wrong: `is not beneath the zone "${zoneName}"`, fix: `give a name that ends in ".${zoneName}", or one without a dot` },
  ];
}

interface Estates {
  readonly drafts: readonly Draft[];
  readonly rootDomain: string;
}

/** What the root's zone says of a name: its own records, its delegations, the sites of other environments. */
function rootProblems(site: SiteName, draft: Draft, { drafts, rootDomain }: Estates): DataProblem[] {
  const { name, path, value } = site;
  const root = drafts.find((one) => one.values.dns !== undefined && zoneNameIn(one, rootDomain) === rootDomain);
  if (root === undefined || draft.values.dns?.delegation === "elsewhere") {
    const wrong = "is a name of the root's zone, into which nobody here lets this environment write";
    const fix = `leave "zone: root" out, or have the zone of "${rootDomain}" in the estate and this environment's delegated by it`;
    return [{ path, value, wrong, fix }];
  }
  const child = drafts.find(
    (one) => one !== root && one.values.dns?.delegation === "estate" && `.${name}`.endsWith(`.${zoneNameIn(one, rootDomain)}`),
  );
  const record = Object.values(root.values.dns?.records ?? {}).find(
    (one) => ["A", "AAAA", "CNAME"].includes(one.type) && hostName(one.name, rootDomain) === name,
  );
  const before = drafts.slice(0, drafts.indexOf(draft));
  const twin = before.find((one) => siteNamesIn(one, rootDomain).some((other) => other.zone === "root" && other.name === name));
  const told: DataProblem[] = [];
  if (child !== undefined)
    told.push({ path, value, wrong: `lies in the zone of ${child.name}, which is asked for it`, fix: 'leave "zone: root" out there' });
  if (record !== undefined) told.push({ path, value, wrong: `has a record of its own in ${root.name}`, fix: "take one of them out" });
  if (twin !== undefined) told.push({ path, value, wrong: `leads to a site of ${twin.name} already`, fix: "give each its own" });
  return told;
}
