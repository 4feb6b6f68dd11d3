import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Template } from "@groundplan/testing";
import { type Estate, loadEstate } from "../../environments/load.js";
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
