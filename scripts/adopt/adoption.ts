import { stringify } from "yaml";
import type { Unanswered } from "./find.js";
import type { Writing } from "./yaml-text.js";

/** What came of it; `--json` prints it as it is. */
export interface Adoption {
  /** `account-<name>` */
  readonly account: string;
  readonly accountId: string;
  /** those that were asked, the home region first */
  readonly regions: readonly string[];
  /** those of the account's that AWS has switched off */
  readonly regionsOff: readonly string[];
  readonly file: string;
  readonly status: "written" | "to be written" | "nothing to write";
  /** what is new under `existing` */
  readonly existing: Readonly<Record<string, unknown>>;
  /** what stands, and is in the file already */
  readonly kept: readonly string[];
  readonly notes: readonly string[];
  readonly unanswered: readonly Unanswered[];
}

/** 2 where there is something to write; 1 where something may stand that could not be asked for. */
export function exitCodeOf({ status, unanswered }: Adoption): 0 | 1 | 2 {
  if (unanswered.length > 0) return 1;
  return status === "to be written" ? 2 : 0;
}

export function adoptionText(adoption: Adoption): string {
  const { account, accountId, regions, regionsOff, file, status, existing, kept, notes, unanswered } = adoption;
  const place = `accounts.${account.replace(/^account-/, "")}.baseline`;
  const unknown = unanswered.length === 0 ? "" : ", as far as was answered";
  return [
    `${account} (${accountId}), ${regions.join(", ")}: ${status}${unknown}`,
    ...(status === "nothing to write" ? [] : [`${file}, ${place}:`, indented(stringify({ existing }, { lineWidth: 0 }))]),
    ...kept.map((path) => `kept: ${path}`),
    ...regionsOff.map((region) => `note: ${region} is off in this account; switch it on, or take it out of "regions"`),
    ...notes.map((note) => `note: ${note}`),
    ...unanswered.map(({ what, region, why }) => `not known: whether ${what} stands in ${region}: ${why}`),
    ...(status === "written" ? [`next: groundplan plan ${account}, which imports them`] : []),
  ].join("\n");
}

/** Paths and their values, as YAML nests them. */
export function treeOf(writings: readonly Writing[]): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const { path, value, listed } of writings) {
    const parent = path.slice(0, -1).reduce<Record<string, unknown>>((node, key) => {
      const inner = (node[key] ?? {}) as Record<string, unknown>;
      node[key] = inner;
      return inner;
    }, tree);
    const key = path.at(-1) ?? "";
    parent[key] = listed ? [...((parent[key] as unknown[] | undefined) ?? []), value] : value;
  }
  return tree;
}

const indented = (text: string) => text.trimEnd().replace(/^/gm, "  ");
