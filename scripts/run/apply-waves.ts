import { serviceParameterIn } from "../deploy/service-stack.js";
import { type Settled, settle } from "../deploy/settle.js";
import { type Digest, digestText, type StackDigest } from "../digest/digest.js";
import type { Target } from "../target.js";
import { savedPlans } from "../terraform/saved-plan.js";
import type { ApplyOptions, StackOutcome } from "./apply-one.js";
import { applySaved } from "./apply-saved.js";
import { approve } from "./approval.js";
import { waves } from "./order.js";
import { planTasks } from "./plan-all.js";
import { firstLine, type Task } from "./plan-one.js";
import type { Run } from "./run.js";
import { comesAfter } from "./tasks.js";

export interface WaveOptions extends ApplyOptions {
  readonly autoApprove: boolean;
  /** takes each wave's digest */
  readonly tell: (text: string) => void;
}

const fine: readonly StackOutcome["status"][] = ["applied", "destroyed", "unchanged"];

/**
 * Plans and applies wave by wave: a stack is planned once all that it comes after are applied. What cannot be applied holds back
 * those after it, and no others.
 *
 * @throws {InputError} where a wave is not approved; those before it are applied
 */
export async function applyWaves(of: Run, target: Target, tasks: readonly Task[], options: WaveOptions): Promise<StackOutcome[]> {
  // apart from what plan saved: a plan that nobody approved, or that was cut off, is never taken for one of those
  const run = { ...of, plans: `${of.plans}.unsaved` };
  const outcomes = new Map<string, StackOutcome>();
  for (const wave of waves(stepsOf(tasks))) {
    const held = (task: Task) => comesAfter(task, tasks).filter((before) => !isFine(outcomes.get(before)));
    for (const task of wave.filter((task) => held(task).length > 0)) outcomes.set(idOf(task), heldBack(task, held(task)));
    const ready = wave.filter((task) => held(task).length === 0);
    for (const outcome of await applyWave(run, target, ready, options)) outcomes.set(outcome.stack, outcome);
  }
  return [...outcomes.values()];
}

async function applyWave(run: Run, target: Target, tasks: readonly Task[], options: WaveOptions): Promise<StackOutcome[]> {
  if (tasks.length === 0) return [];
  const digest = await planTasks(run, target, tasks);
  if (digest.stacks.some(({ status }) => status !== "unchanged")) options.tell(`${digestText(digest)}\n`);
  await keepUnchanged(run, tasks, digest);
  const planned = savedPlans(run.plans).filter(({ stack }) => tasks.some((task) => idOf(task) === stack.facts.stack));
  if (planned.length > 0) {
    const verb = planned.every(({ plan }) => plan.kind === "destroy") ? "Destroy" : "Apply";
    await approve(`${verb} ${planned.map(({ stack }) => stack.facts.stack).join(", ")}?`, options.autoApprove);
  }
  const applied = planned.length === 0 ? [] : await applySaved(run, planned, options);
  const others = digest.stacks.filter(({ status }) => status !== "changes").map(outcomeOf);
  return [...(await settleUnchanged(run, tasks, others)), ...applied];
}

/** A stack without changes may have other JSON all the same: a provider's setting, a protection. */
async function keepUnchanged(run: Run, tasks: readonly Task[], { stacks }: Digest): Promise<void> {
  const unchanged = tasks.filter(
    (task) => task.kind === "apply" && stacks.some(({ stack, status }) => stack === idOf(task) && status === "unchanged"),
  );
  await Promise.all(unchanged.map(({ stack }) => run.states.keep(stack.facts, stack.json)));
}

/** A service that there is nothing to change about may have been rolled back since it was changed. */
async function settleUnchanged(run: Run, tasks: readonly Task[], outcomes: readonly StackOutcome[]): Promise<StackOutcome[]> {
  const services = tasks.filter(({ kind, stack }) => kind === "apply" && serviceParameterIn(stack.json) !== undefined);
  if (services.length === 0) return [...outcomes];
  const progress = run.openProgress(services.map(idOf));
  const settled = outcomes.map(async (outcome): Promise<StackOutcome> => {
    const service = services.find((task) => idOf(task) === outcome.stack);
    if (service === undefined || outcome.status !== "unchanged") return outcome;
    const { why, notices }: Settled = await settle(run, service.stack, progress);
    progress.end(outcome.stack, why === undefined ? "done" : "failed", why === undefined ? outcome.counts : firstLine(why));
    return { ...outcome, ...(why === undefined ? {} : { status: "failed", why }), ...(notices.length === 0 ? {} : { notices }) };
  });
  return Promise.all(settled).finally(() => progress.close());
}

function outcomeOf({ stack, status, why }: StackDigest): StackOutcome {
  const counts = "no changes";
  return { stack, counts, status: status === "changes" ? "applied" : status, ...(why === undefined ? {} : { why }) };
}

function heldBack(task: Task, before: readonly string[]): StackOutcome {
  return { stack: idOf(task), status: "skipped", why: `comes after ${before.join(", ")}`, counts: "" };
}

function isFine(outcome: StackOutcome | undefined): boolean {
  return outcome !== undefined && fine.includes(outcome.status);
}

function stepsOf(tasks: readonly Task[]) {
  return tasks.map((task) => ({ id: idOf(task), item: task, after: comesAfter(task, tasks) }));
}

function idOf({ stack }: Task): string {
  return stack.facts.stack;
}
