import type { StackFacts } from "../../stacks/facts.js";
import { countsText } from "../digest/changes.js";
import { type StackDigest, untouched } from "../digest/digest.js";
import { refusal, unnamedLosses } from "../digest/guard.js";
import { InterruptedError, ToolError } from "../failure.js";
import type { Progress } from "../progress.js";
import { existingPlace, type Place, preparePlace, type Runnable } from "../terraform/place.js";
import { ProtectedError, planStack, type StackPlan } from "../terraform/plan-stack.js";
import { dropPlan, type SavedPlan, savePlan } from "../terraform/saved-plan.js";
import type { Run } from "./run.js";

/** A stack to plan, and what for. */
export interface Task {
  readonly stack: Runnable;
  readonly kind: SavedPlan["kind"];
  /** no stack of the app has it any more */
  readonly orphan: boolean;
  readonly unprotected: readonly string[];
}

/** Plans a stack and saves the plan; tells why where it cannot. */
export async function planOne(run: Run, task: Task, progress: Progress): Promise<StackDigest> {
  return plan(run, task, progress, () => preparePlace(run, task.stack));
}

/** Plans a stack again in the place that its last plan was saved in. */
export async function planAgain(run: Run, task: Task, progress: Progress): Promise<StackDigest> {
  return plan(run, task, progress, () => existingPlace(run, task.stack));
}

async function plan(run: Run, task: Task, progress: Progress, placeOf: () => Promise<Place>): Promise<StackDigest> {
  const { facts } = task.stack;
  progress.begin(facts.stack, task.kind === "destroy" ? "planning to destroy" : "planning");
  const contracts = await run.states.contracts(facts);
  const missing = facts.upstream.filter((upstream) => contracts[upstream] === undefined);
  if (missing.length > 0 && task.kind === "apply") {
    const why = waitingFor(missing);
    progress.end(facts.stack, "skipped", `waits: ${why}`);
    return { ...untouched(task.stack.facts), status: "waiting", why };
  }
  try {
    const place = await placeOf();
    dropPlan(place.folder);
    const planned = await planStack(place, {
      kind: task.kind,
      lockTimeout: run.options.lockTimeout,
      cache: run.context.cache,
      onEvent: ({ type, "@message": message }) => type === "refresh_start" && progress.note(facts.stack, message),
    });
    const digest = judged(run, task, planned);
    if (digest.status === "changes") await save(run, task, place, { contracts, planned });
    else dropPlan(place.folder);
    progress.end(facts.stack, digest.status === "refused" ? "failed" : "done", digest.why ?? countsText(planned.changes, planned.outputs));
    return digest;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    progress.end(facts.stack, "failed", firstLine(error.message));
    return { ...untouched(task.stack.facts), status: "failed", why: explain(error, task) };
  }
}

export function waitingFor(missing: readonly string[]): string {
  return `${missing.join(", ")} ${missing.length === 1 ? "was" : "were"} never applied`;
}

function judged(run: Run, task: Task, { hasChanges, changes, outputs }: StackPlan): StackDigest {
  const losses = unnamedLosses(task.stack.facts.production, changes, run.options.allowReplace);
  const base = { ...untouched(task.stack.facts), changes, outputs };
  if (losses.length > 0) return { ...base, status: "refused", why: refusal(losses) };
  return { ...base, status: hasChanges ? "changes" : "unchanged" };
}

interface Planned {
  readonly contracts: Readonly<Record<string, string | undefined>>;
  readonly planned: StackPlan;
}

async function save(run: Run, task: Task, place: Place, { contracts, planned }: Planned): Promise<void> {
  const { facts } = task.stack;
  const state = await run.states.read(facts);
  savePlan(place.folder, {
    facts,
    kind: task.kind,
    orphan: task.orphan,
    where: run.session.where(facts),
    plannedAt: new Date().toISOString(),
    contracts: Object.fromEntries(Object.entries(contracts).flatMap(([stack, hash]) => (hash === undefined ? [] : [[stack, hash]]))),
    ...(state === undefined ? {} : { state: { serial: state.serial, lineage: state.lineage } }),
    changes: planned.changes,
    outputs: planned.outputs,
    unprotected: task.unprotected,
  });
}

/** What protects a stack of the app is taken away in its file; an orphan has none. */
export function explain(error: ToolError, { stack: { facts }, orphan }: Pick<Task, "stack" | "orphan">): string {
  if (error instanceof InterruptedError || !(error instanceof ProtectedError)) return error.message;
  const way = orphan
    ? `if it is to go: ${error.addresses.map((address) => `--unprotect '${address}'`).join(" ")}`
    : `to take it down: set "protect: false" ${fileOf(facts)}, apply, and destroy then`;
  return [error.message, `  ${way}`].join("\n");
}

function fileOf({ of, account }: StackFacts): string {
  return of === `account-${account}` ? `for account "${account}"` : `in environments/${of}.yaml`;
}

export function firstLine(text: string): string {
  return text.split("\n")[0] ?? text;
}
