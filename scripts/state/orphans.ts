import type { StackFacts } from "../../stacks/facts.js";
import { factsOf, type SynthesizedStack } from "../../stacks/read-stacks.js";
import { isEmpty, managedAddresses, readStateFile } from "./state-file.js";
import { keptKey, type States } from "./states.js";

/** A state that holds something, and that no stack of the app has. */
export interface Orphan {
  /** the stack's id, as far as it is known; else its key */
  readonly stack: string;
  readonly key: string;
  readonly addresses: readonly string[];
  readonly changedAt: Date;
  /** undefined where no JSON was kept beside the state */
  readonly kept: { readonly facts: StackFacts; readonly json: string } | undefined;
}

/** The orphans of the bucket that a stack's state is in. `apps` are all stacks of the app, whatever their environment. */
export async function findOrphans(states: States, at: StackFacts, apps: readonly SynthesizedStack[]): Promise<Orphan[]> {
  const store = await states.store(at);
  const known = new Set(apps.filter(({ facts }) => facts.state.bucket === at.state.bucket).map(({ facts }) => facts.state.key));
  const strangers = (await store.list()).filter(({ key }) => key.endsWith(".tfstate") && !known.has(key));
  const found = await Promise.all(
    strangers.map(async ({ key, changedAt }): Promise<Orphan[]> => {
      const [text, json] = await Promise.all([store.read(key), store.read(keptKey({ key }))]);
      const state = text === undefined ? undefined : readStateFile(text);
      if (state === undefined || isEmpty(state)) return [];
      const kept = json === undefined ? undefined : { facts: factsOf(json, key), json };
      return [{ stack: kept?.facts.stack ?? key, key, addresses: managedAddresses(state), changedAt, kept }];
    }),
  );
  return found.flat().sort((a, b) => a.key.localeCompare(b.key));
}
