import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Template } from "@groundplan/testing";
import { type Environment, type Estate, loadEstate } from "../../environments/load.js";
import { synthesizeEstate } from "../estate.js";
import type { StackFacts } from "../facts.js";
import { readStacks } from "../read-stacks.js";

/** A stack of the project's own estate, as it was written. */
export interface WrittenStack {
  readonly facts: StackFacts;
  readonly text: string;
  readonly template: Template;
}

/** The estate of the project's own files. */
export function ownEstate(): Estate {
  return loadEstate(join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "environments"));
}

let own: readonly WrittenStack[] | undefined;

/** The stacks of the project's own estate: synthesized once for all tests. */
export function ownStacks(): readonly WrittenStack[] {
  own ??= synthesized(ownEstate());
  return own;
}

/** One of them, by its id. */
export function ownStack(name: string): WrittenStack {
  const stack = ownStacks().find(({ facts }) => facts.stack === name);
  if (stack === undefined) throw new Error(`there is no stack "${name}"`);
  return stack;
}

/** The project's own estate, one of its environments changed. */
export function changed(environment: string, change: (before: Environment) => Environment): Estate {
  const estate = ownEstate();
  const before = estate.environments[environment];
  if (before === undefined) throw new Error(`there is no environment "${environment}"`);
  return { ...estate, environments: { ...estate.environments, [environment]: change(before) } };
}

/**
 * The stacks of an environment of the project's own, changed, and of the one whose images and whose zone it needs: a fifth of the estate's.
 * What accounts have for all of theirs is left out.
 */
export function synthesizedAlone(environment: string, change: (before: Environment) => Environment): readonly WrittenStack[] {
  const { accounts, environments, ...estate } = changed(environment, change);
  const { shared } = environments;
  const { [environment]: one } = environments;
  if (shared === undefined || one === undefined) throw new Error(`there is no environment "${environment}" beside "shared"`);
  const bare = Object.entries(accounts).map(([name, { baseline: _, ...account }]) => [name, account] as const);
  return synthesized({ ...estate, accounts: Object.fromEntries(bare), environments: { [environment]: one, shared } });
}

/** The estate with the environment `local` alone, changed as given. */
export function localEstate(changes: Partial<Environment>): Estate {
  const { accounts, environments, ...estate } = ownEstate();
  const { local: account } = accounts;
  const { local } = environments;
  if (account === undefined || local === undefined) throw new Error('the estate has no account and environment "local"');
  return { ...estate, accounts: { local: account }, environments: { local: { ...local, ...changes } } };
}

/** Every stack of an estate, synthesized and read again. */
export function synthesized(estate: Estate): readonly WrittenStack[] {
  return inTemporaryFolder((folder) => {
    synthesizeEstate(estate, folder);
    return readStacks(folder).map(({ facts, json }) => ({ facts, text: json(), template: new Template(JSON.parse(json())) }));
  });
}

export function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-stacks-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
