import { nameFix, type Problem } from "@groundplan/core/schema";
import type { Draft } from "./draft.js";
import { stateKeyOf } from "./estate.js";
import { moduleData } from "./module-data.js";
import type { DataProblem } from "./problem.js";
import { layerOf, sectionNames, sectionOf } from "./sections.js";

/** Two stacks on one state would destroy each other: every key of every environment in an account is another. */
export function stateProblems(draft: Draft, drafts: readonly Draft[]): DataProblem[] {
  const { stateKeys = {}, account } = draft.values;
  const neighbours = drafts.filter((one) => one.values.account === account);
  return Object.entries(stateKeys).flatMap(([layer, key]) => {
    const path = ["stateKeys", layer];
    const known = layersOf(draft);
    if (!known.includes(layer)) return [unknownLayer(path, layer, known)];
    if (key.startsWith("account-"))
      return [{ path, value: key, wrong: "is called as an account's own states are", fix: 'give a key not begun by "account-"' }];
    const owner = neighbours.flatMap(keysOf).find((one) => one.key === key && !(one.environment === draft.name && one.layer === layer));
    if (owner === undefined) return [];
    return [{ path, value: key, wrong: `is the state of ${owner.environment}-${owner.layer}`, fix: "give each state a key of its own" }];
  });
}

function keysOf(draft: Draft): { environment: string; layer: string; key: string }[] {
  const { name, values } = draft;
  const { stateKeys = {} } = values;
  return layersOf(draft).map((layer) => ({ environment: name, layer, key: stateKeyOf({ name, stateKeys }, layer) }));
}

/** Layers that a file may speak of: every section's, there or not, and each entry's. */
function layersOf({ data }: Draft): string[] {
  const single = sectionNames.filter((section) => sectionOf(section).entries === undefined);
  const entries = moduleData(data).flatMap(({ section, entry }) => (entry === undefined ? [] : [layerOf(section, entry)]));
  return [...single, ...entries];
}

function unknownLayer(path: Problem["path"], layer: string, known: readonly string[]): DataProblem {
  return {
    path,
    at: "key",
    value: undefined,
    wrong: "is no layer",
    fix: nameFix(layer, known),
  };
}
