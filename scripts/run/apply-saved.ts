import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../failure.js";
import { atOnce } from "../terraform/at-once.js";
import { type SavedStack, savedPlans } from "../terraform/saved-plan.js";
import { type ApplyOptions, applyOne, type StackOutcome } from "./apply-one.js";
import { inOrder } from "./order.js";
import type { Run } from "./run.js";
import { comesAfter } from "./tasks.js";

/** Stacks that could not be planned before others are applied. */
const waitingFile = "waiting.json";

/** The plans that are saved for a run's target; those of the named stacks. */
export function plansToApply(run: Run, names: readonly string[]): SavedStack[] {
  const saved = savedPlans(run.plans);
  if (names.length === 0 || saved.length === 0) return saved;
  return names.map((name) => {
    const found = saved.find(({ stack: { facts } }) => facts.stack === name || facts.stack === `${run.target}-${name}`);
    if (found !== undefined) return found;
    throw new InputError(`no plan of "${name}" is saved, only of ${saved.map(({ stack }) => stack.facts.stack).join(", ")}; plan it first`);
  });
}

/** Asks whether the plans are of this account, and of this side of the emulator. */
export async function requirePlansOfHere(run: Run, saved: readonly SavedStack[]): Promise<void> {
  for (const { plan } of saved) {
    const here = run.session.where(plan.facts);
    if (plan.where !== here)
      throw new InputError(`the plan of ${plan.facts.stack} was made for ${plan.where}, and this is ${here}; plan again`);
    await run.session.requireAccount(plan.facts);
  }
}

/** Applies exactly the saved plans, each after those that it comes after; one that cannot be applied holds back those after it. */
export async function applySaved(run: Run, saved: readonly SavedStack[], options: ApplyOptions): Promise<StackOutcome[]> {
  const progress = run.openProgress(saved.map(({ stack }) => stack.facts.stack));
  const all = saved.map(({ plan, stack }) => ({ kind: plan.kind, stack }));
  const steps = saved.map((item, index) => {
    const own = all[index];
    return { id: item.stack.facts.stack, item, after: own === undefined ? [] : comesAfter(own, all) };
  });
  const work = async (item: SavedStack, before: readonly StackOutcome[]): Promise<StackOutcome> => {
    const held = before.filter(({ status }) => status !== "applied" && status !== "destroyed");
    if (held.length === 0) return applyOne(run, item, progress, options);
    const { stack } = item.stack.facts;
    const why = `comes after ${held.map((outcome) => outcome.stack).join(", ")}`;
    progress.end(stack, "skipped", why);
    return { stack, status: "skipped", why, counts: "" };
  };
  return inOrder(steps, atOnce("apply"), work).finally(() => progress.close());
}

export function rememberWaiting({ plans }: Run, stacks: readonly string[]): void {
  rmSync(join(plans, waitingFile), { force: true });
  if (stacks.length > 0) writeFileSync(join(plans, waitingFile), JSON.stringify(stacks));
}

/** Stacks that waited when the others were planned. */
export function takeWaiting({ plans }: Run): string[] {
  const file = join(plans, waitingFile);
  if (!existsSync(file)) return [];
  const stacks = JSON.parse(readFileSync(file, "utf8")) as string[];
  rmSync(file);
  return stacks;
}
