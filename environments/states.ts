import { type Problem, suggestion } from "@groundplan/core/schema";
import type { Draft } from "./draft.js";
import { stateKeyOf } from "./estate.js";
import type { DataProblem } from "./problem.js";
import { type SectionName, sectionNames } from "./sections.js";

/** Two stacks on one state would destroy each other: every key of every environment in an account is another. */
export function stateProblems(draft: Draft, drafts: readonly Draft[]): DataProblem[] {
  const { stateKeys = {}, account } = draft.values;
  const neighbours = drafts.filter((one) => one.values.account === account);
  return Object.entries(stateKeys).flatMap(([layer, key]) => {
    const path = ["stateKeys", layer];
    if (!sectionNames.includes(layer as SectionName)) return [unknownLayer(path, layer)];
    if (key.startsWith("account-"))
      return [{ path, value: key, wrong: "is called as an account's own states are", fix: 'give a key not begun by "account-"' }];
    const owner = neighbours.flatMap(keysOf).find((one) => one.key === key && !(one.environment === draft.name && one.layer === layer));
    if (owner === undefined) return [];
    return [{ path, value: key, wrong: `is the state of ${owner.environment}-${owner.layer}`, fix: "give each state a key of its own" }];
  });
}

function keysOf({ name, values: { stateKeys = {} } }: Draft): { environment: string; layer: string; key: string }[] {
  return sectionNames.map((layer) => ({ environment: name, layer, key: stateKeyOf({ name, stateKeys }, layer) }));
}

function unknownLayer(path: Problem["path"], layer: string): DataProblem {
  const meant = suggestion(layer, sectionNames);
  return {
    path,
    at: "key",
    value: undefined,
    wrong: "is no layer",
    fix: meant === undefined ? `known are ${sectionNames.join(", ")}` : `did you mean "${meant}"?`,
  };
}
