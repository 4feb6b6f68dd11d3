import { join } from "node:path";
import { InputError, ToolError } from "../failure.js";
import type { Target } from "../target.js";
import { errorLines } from "../terraform/diagnostics.js";
import { initialize } from "../terraform/init.js";
import { preparePlace, type Runnable, runnable } from "../terraform/place.js";
import { runTerraform } from "../terraform/process.js";
import type { Run } from "./run.js";

/** Removes the lock that `--unlock` names, where it was given: nobody else ever does. */
export async function removeLock(run: Run, { stacks, orphans }: Target): Promise<void> {
  const id = run.options.unlock;
  if (id === undefined) return;
  const all: Runnable[] = [...stacks.map(runnable), ...orphans.flatMap(({ kept }) => (kept === undefined ? [] : [kept]))];
  for (const stack of all) {
    if ((await lockId(run, stack)) === id) return unlock(run, stack, id);
  }
  throw new InputError(`--unlock "${id}" is the lock of no state here; it may be gone by now, so try without it`);
}

/** The id of the lock on a stack's state, as Terraform's own lock file tells it. */
async function lockId(run: Run, { facts }: Runnable): Promise<string | undefined> {
  const text = await (await run.states.store(facts)).read(`${facts.state.key}.tflock`);
  return text === undefined ? undefined : (JSON.parse(text) as { ID?: string }).ID;
}

async function unlock(run: Run, stack: Runnable, id: string): Promise<void> {
  const place = await preparePlace(run, stack);
  await initialize(place, run.context.cache);
  const outcome = await runTerraform({
    folder: place.folder,
    args: ["force-unlock", "-force", id],
    environment: place.environment,
    logFile: join(place.logs, "unlock.log"),
  });
  if (outcome.exitCode !== 0) throw new ToolError(`${stack.facts.stack}: the lock ${id} could not be removed:`, errorLines(outcome));
}
