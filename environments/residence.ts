import { nameFix } from "@groundplan/core/schema";
import type { Draft } from "./draft.js";
import type { AccountConfig } from "./estate-schema.js";
import { isMap } from "./parse.js";
import type { DataProblem } from "./problem.js";
import { sectionNames, sectionOf } from "./sections.js";

/** Whether environments stand where they may: known accounts, their regions, the table of kinds and sections. */
export function residenceProblems(
  draft: Draft,
  accounts: Readonly<Record<string, AccountConfig>>,
  drafts: readonly Draft[],
): DataProblem[] {
  const { account: name, region } = draft.values;
  if (name === undefined) return [];
  const account = accounts[name];
  if (account === undefined) return [unknownAccount(name, Object.keys(accounts))];
  return [
    ...(region === undefined || [account.region, ...account.regions].includes(region) ? [] : [foreignRegion(region, account)]),
    ...(isAlone(account, accounts, drafts) ? [] : misplacedSections(draft, account)),
  ];
}

function unknownAccount(name: string, known: readonly string[]): DataProblem {
  return {
    path: ["account"],
    value: name,
    wrong: "is no account of estate.yaml",
    fix: nameFix(name, known),
  };
}

function foreignRegion(region: string, { name, region: home, regions }: AccountConfig): DataProblem {
  return {
    path: ["region"],
    value: region,
    wrong: `is none of account "${name}"'s`,
    fix: `give one of ${[home, ...regions].join(", ")}, or add it to the account's "regions" in estate.yaml`,
  };
}

/** Starting small, one real account may hold all there is. */
function isAlone(account: AccountConfig, accounts: Readonly<Record<string, AccountConfig>>, drafts: readonly Draft[]): boolean {
  const isReal = (name: string | undefined): boolean => name !== undefined && accounts[name]?.emulatorOnly !== true;
  const used = new Set(drafts.map(({ values }) => values.account).filter(isReal));
  return !account.emulatorOnly && used.size === 1 && Object.keys(accounts).filter(isReal).length === 1;
}

function misplacedSections({ values }: Draft, { name, kind }: AccountConfig): DataProblem[] {
  if (kind === "management" || kind === "security")
    return [{ path: ["account"], value: name, wrong: `is a ${kind} account`, fix: "environments stand in shared and workload accounts" }];
  return sectionNames
    .filter((section) => isThere(values[section]) && !sectionOf(section).kinds.includes(kind))
    .map((section) => ({
      path: [section],
      at: "key",
      value: undefined,
      wrong: `has no place in a ${kind} account, and "${name}" is one`,
      fix: `it stands in ${sectionOf(section).kinds.join(" and ")} accounts`,
    }));
}

/** A map of entries is there by its entries. */
function isThere(section: unknown): boolean {
  return section !== undefined && (!isMap(section) || Object.keys(section).length > 0);
}
