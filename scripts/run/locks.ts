import { join } from "node:path";
import type { StackFacts } from "../../stacks/facts.js";
import { clientConfig } from "../aws/access.js";
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

/** The lock on a stack's state, in Terraform's lock file or in the table: a run that died between the two left one of them. */
async function lockId(run: Run, { facts }: Runnable): Promise<string | undefined> {
  const text = (await (await run.states.store(facts)).read(`${facts.state.key}.tflock`)) ?? (await lockInTable(run, facts));
  return text === undefined ? undefined : (JSON.parse(text) as { ID?: string }).ID;
}

async function lockInTable({ session }: Run, facts: StackFacts): Promise<string | undefined> {
  const { bucket, key, region, lockTable: TableName } = facts.state;
  const { DynamoDBClient, GetItemCommand } = await import("@aws-sdk/client-dynamodb");
  const client = new DynamoDBClient(clientConfig(await session.access(facts, region)));
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: { LockID: { S: `${bucket}/${key}` } }, ConsistentRead: true }));
  return Item?.["Info"]?.S;
}

async function unlock(run: Run, stack: Runnable, id: string): Promise<void> {
  const place = await preparePlace(run, stack);
  await initialize(place, run.context.cache);
  const logFile = join(place.logs, "unlock.log");
  const outcome = await runTerraform({
    folder: place.folder,
    args: ["force-unlock", "-force", id],
    environment: place.environment,
    logFile,
  });
  // where one of the two locks is missing, Terraform removes the other and fails
  if (outcome.exitCode === 0 || (await lockId(run, stack)) !== id) return;
  throw new ToolError(`${stack.facts.stack}: the lock ${id} could not be removed:`, errorLines(outcome), logFile);
}
