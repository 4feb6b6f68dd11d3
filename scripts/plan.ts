import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { stacksOfApp } from "./app.js";
import { print } from "./context.js";
import { type Digest, digestJson, digestText } from "./digest/digest.js";
import { rememberWaiting } from "./run/apply-saved.js";
import { removeLock } from "./run/locks.js";
import { allowReplaceOption, type RunOptions, unprotectOption, withRunOptions } from "./run/options.js";
import { planTasks } from "./run/plan-all.js";
import type { Task } from "./run/plan-one.js";
import { type Run, type RunSettings, withRun } from "./run/run.js";
import { toApply, toDestroyOrphans } from "./run/tasks.js";
import { findTarget, type Target } from "./target.js";
import { dropPlan } from "./terraform/saved-plan.js";

/** `groundplan plan <target> [stack…]`: saves plans, and tells what they do. */
export function planCommand(program: Command): void {
  withRunOptions(program.command("plan"))
    .description("plan, save the plans for apply, and tell what they change; exits 2 where there is something to do")
    .addOption(allowReplaceOption())
    .addOption(unprotectOption())
    .action(async (target: string, stacks: string[], options: RunOptions) => {
      const { digest, context } = await planTarget(target, stacks, options);
      print(context, { human: digestText(digest), json: digestJson(digest) });
      process.exitCode = exitCodeOf(digest);
    });
}

/** Plans stacks of a target; all of them, where none is named. Plans that were saved before are dropped. */
export async function planTarget(name: string, stacks: readonly string[], settings: RunSettings) {
  return withRun(name, settings, async (run) => {
    const target = await findTarget(run.session, run.states, stacksOfApp(run.context), { name, stacks });
    await removeLock(run, target);
    forgetPlans(run);
    return { digest: await planStacks(run, target), context: run.context };
  });
}

/** 1 where a plan failed or was refused, 2 where there is something to do, orphans too. */
export function exitCodeOf({ stacks, orphans }: Digest): 0 | 1 | 2 {
  const some = (...kinds: readonly string[]) => stacks.some(({ status }) => kinds.includes(status));
  if (some("failed", "refused")) return 1;
  return some("changes", "waiting") || orphans.length > 0 ? 2 : 0;
}

async function planStacks(run: Run, target: Target): Promise<Digest> {
  const orphans = toDestroyOrphans(target.orphans, run.options.unprotect);
  const tasks: Task[] = [...target.stacks.map(toApply), ...orphans.map(({ destroy }) => destroy)];
  const digest = await planTasks(run, target, tasks);
  const waiting = digest.stacks.filter(({ status }) => status === "waiting").map(({ stack }) => stack);
  rememberWaiting(run, waiting);
  return digest;
}

function forgetPlans({ plans }: Run): void {
  for (const entry of readdirSync(plans, { withFileTypes: true })) if (entry.isDirectory()) dropPlan(join(plans, entry.name));
}
