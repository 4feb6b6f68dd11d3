import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ToolError } from "../failure.js";
import type { ImportBlock } from "../state/adopt.js";
import { readStateFile, type StateFile } from "../state/state-file.js";
import { existingPlace, type Place, preparePlace, type Runnable } from "../terraform/place.js";
import { runTerraform } from "../terraform/process.js";
import type { Run } from "./run.js";

const stateFile = "terraform.tfstate";

/** The folder that an account's first state lies in until there is a bucket for it; each side of the emulator has its own. */
export function bootstrapFolder({ context, session }: Run, { facts }: Runnable): string {
  return join(context.cache, "bootstrap", `${facts.accountId}-${session.where(facts).replaceAll(" ", "-")}`);
}

/** The stack's place with its state in a file. */
export function localPlace(run: Run, stack: Runnable, imports: readonly ImportBlock[]): Promise<Place> {
  const ground = { session: run.session, plans: bootstrapFolder(run, stack) };
  return preparePlace(ground, { ...stack, json: withLocalBackend(stack.json, imports) });
}

export function localState(run: Run, stack: Runnable): StateFile | undefined {
  const file = join(bootstrapFolder(run, stack), stack.facts.stack, stateFile);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text.trim() === "" ? undefined : readStateFile(text);
}

/** Moves the state into the bucket that it describes. */
export async function moveIntoBucket(run: Run, stack: Runnable): Promise<void> {
  const place = await existingPlace({ session: run.session, plans: bootstrapFolder(run, stack) }, stack);
  writeFileSync(join(place.folder, "cdk.tf.json"), stack.json);
  const logFile = join(place.logs, "move.log");
  const outcome = await runTerraform({
    folder: place.folder,
    // Terraform has no -json for it
    args: ["init", "-migrate-state", "-force-copy", "-input=false", "-no-color", "-lock-timeout=1m"],
    environment: place.environment,
    logFile,
  });
  if (outcome.exitCode !== 0)
    throw new ToolError(`${stack.facts.stack}: its state could not be moved into the bucket:`, outcome.lastLines, logFile);
  const moved = await run.states.read(stack.facts);
  if (moved === undefined)
    throw new ToolError(`${stack.facts.stack}: its state is not in the bucket after it was moved:`, outcome.lastLines, logFile);
  forgetLocalState(run, stack);
}

export function forgetLocalState(run: Run, stack: Runnable): void {
  rmSync(bootstrapFolder(run, stack), { recursive: true, force: true });
}

function withLocalBackend(json: string, imports: readonly ImportBlock[]): string {
  const stack = JSON.parse(json) as { terraform?: Record<string, unknown>; import?: unknown[] };
  const local = { ...stack, terraform: { ...stack.terraform, backend: { local: { path: stateFile } } } };
  return JSON.stringify(imports.length === 0 ? local : { ...local, import: [...(stack.import ?? []), ...imports] }, undefined, 2);
}
