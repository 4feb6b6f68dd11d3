import { countsText } from "../digest/changes.js";
import { digestText } from "../digest/digest.js";
import { InputError, ToolError } from "../failure.js";
import type { Progress } from "../progress.js";
import { standing } from "../state/adopt.js";
import { managedAddresses } from "../state/state-file.js";
import { applySavedPlan } from "../terraform/apply-stack.js";
import type { TerraformEvent } from "../terraform/events.js";
import type { Place, Runnable } from "../terraform/place.js";
import { planStack, type StackPlan } from "../terraform/plan-stack.js";
import type { StackOutcome } from "./apply-one.js";
import { approve } from "./approval.js";
import { localPlace, localState, moveIntoBucket } from "./local-state.js";
import type { Run } from "./run.js";

export interface BootstrapOptions {
  readonly autoApprove: boolean;
  readonly tell: (text: string) => void;
  /** bucket and table stand: other stacks can begin, while their settings are still being made */
  readonly onUsable: () => void;
}

/**
 * Makes an account's state backend with its state in a file, then moves that into the bucket. Interrupted anywhere, it goes on:
 * the file is written after each resource, and what is in no file is found by its name.
 */
export async function bootstrapAccount(run: Run, stack: Runnable, options: BootstrapOptions): Promise<StackOutcome> {
  const { facts } = stack;
  const place = await localPlace(run, stack, await lost(run, stack));
  const planned = await told(run, facts.stack, "planning", (progress) => planLocally(run, place, progress));
  options.tell(`${digestText(digestOf(run, stack, planned))}\n`);
  if (planned.hasChanges) await approve(`Make the state backend of ${facts.accountId} (${facts.account})?`, options.autoApprove);
  await told(run, facts.stack, "applying", async (progress) => {
    const usable = usableWhen(run, stack, options.onUsable);
    const applied = await applySavedPlan(place, {
      lockTimeout: run.options.lockTimeout,
      cache: run.context.cache,
      onEvent: (event) => {
        if (event.hook !== undefined) progress.note(facts.stack, event["@message"]);
        usable(event);
      },
    });
    if (applied.stale) throw new ToolError(`${facts.stack}: its state moved while it was planned; run bootstrap again`, []);
    await moveIntoBucket(run, stack);
    await run.states.keep(facts, stack.json);
    return { result: undefined, text: `applied: ${countsText(planned.changes)}; its state is in ${facts.state.bucket}` };
  });
  return { stack: facts.stack, status: "applied", counts: countsText(planned.changes) };
}

/** What stands of it and is in no state: a run that was killed had made it. */
async function lost(run: Run, stack: Runnable) {
  const state = localState(run, stack);
  const access = await run.session.access(stack.facts, stack.facts.state.region);
  return standing(stack.json, access, state === undefined ? [] : managedAddresses(state));
}

async function planLocally(run: Run, place: Place, progress: Progress) {
  const result = await planStack(place, {
    kind: "apply",
    lockTimeout: run.options.lockTimeout,
    cache: run.context.cache,
    onEvent: ({ type, "@message": message }) => type === "refresh_start" && progress.note(place.facts.stack, message),
  });
  return { result, text: countsText(result.changes, result.outputs) };
}

async function told<T>(
  run: Run,
  stack: string,
  doing: string,
  work: (progress: Progress) => Promise<{ readonly result: T; readonly text: string }>,
): Promise<T> {
  const progress = run.openProgress([stack]);
  progress.begin(stack, doing);
  try {
    const { result, text } = await work(progress);
    progress.end(stack, "done", text);
    return result;
  } catch (error) {
    progress.end(stack, "failed", error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    throw error;
  } finally {
    await progress.close();
  }
}

function digestOf(run: Run, { facts }: Runnable, { hasChanges, changes, outputs }: StackPlan) {
  const { stack, production, acknowledged, notices } = facts;
  const status = hasChanges ? ("changes" as const) : ("unchanged" as const);
  const digest = { stack, production, acknowledged, notices, changes, outputs, status };
  return { target: run.target, where: run.session.where(facts), stacks: [digest], orphans: [], remarks: [] };
}

/** Says once that a state can be kept: bucket, its encryption and table were there, or were just made. */
function usableWhen(run: Run, stack: Runnable, onUsable: () => void): (event: TerraformEvent) => void {
  const state = localState(run, stack);
  const there = new Set(state === undefined ? [] : managedAddresses(state));
  const needed = backendAddresses(stack);
  let told = false;
  return ({ type, hook }) => {
    if ((type === "apply_complete" || type === "import_complete") && hook !== undefined) there.add(hook.resource.addr);
    if (told || !needed.every((address) => there.has(address))) return;
    told = true;
    onUsable();
  };
}

/**
 * The addresses of the bucket and the table that the stack's own backend names, and of the bucket's encryption: a state that is
 * written before it would be under S3's key.
 */
function backendAddresses({ facts, json }: Runnable): string[] {
  const { resource = {} } = JSON.parse(json) as { resource?: Record<string, Record<string, Record<string, unknown>>> };
  const encryption = "aws_s3_bucket_server_side_encryption_configuration";
  const address = (type: string, attribute: string, value: string) => {
    const found = Object.entries(resource[type] ?? {}).find(([, body]) => body[attribute] === value);
    if (found === undefined) throw new InputError(`"${facts.stack}" makes no ${type} "${value}", which its own state is to be in`);
    return `${type}.${found[0]}`;
  };
  const bucket = address("aws_s3_bucket", "bucket", facts.state.bucket);
  const rules = Object.entries(resource[encryption] ?? {}).filter(([, body]) => String(body["bucket"]).includes(`${bucket}.`));
  return [bucket, address("aws_dynamodb_table", "name", facts.state.lockTable), ...rules.map(([name]) => `${encryption}.${name}`)];
}
