import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { StackFacts } from "./facts.js";

/** A stack as it lies in the outdir. */
export interface SynthesizedStack {
  readonly facts: StackFacts;
  /** Where Terraform runs: absolute. */
  readonly folder: string;
  /** Its `cdk.tf.json`, as text. */
  json(): string;
}

/**
 * The stacks of the last synth, in the manifest's order. Folders of stacks that are gone stay where they are, so none is looked for.
 *
 * @throws {Error} where nothing was synthesized, or a stack is not one of an estate
 */
export function readStacks(outdir: string): readonly SynthesizedStack[] {
  const manifestFile = join(outdir, "manifest.json");
  if (!existsSync(manifestFile)) throw new Error(`"${outdir}" holds no synthesized stacks; run synth first`);
  const { stacks } = JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;
  return Object.values(stacks).map(({ name, synthesizedStackPath, workingDirectory }) => {
    const file = resolve(outdir, synthesizedStackPath);
    const json = (): string => readFileSync(file, "utf8");
    return { facts: factsOf(json(), name), folder: resolve(outdir, workingDirectory), json };
  });
}

/** The facts of a stack's JSON, one that is kept beside a state too. */
export function factsOf(json: string, name: string): StackFacts {
  const facts = (JSON.parse(json) as { "//"?: { groundplan?: StackFacts } })["//"]?.groundplan;
  if (facts === undefined)
    throw new Error(`stack "${name}" says nothing of itself under "//".groundplan; synthesize it by this project's app`);
  return facts;
}

interface Manifest {
  readonly stacks: Readonly<
    Record<string, { readonly name: string; readonly synthesizedStackPath: string; readonly workingDirectory: string }>
  >;
}
