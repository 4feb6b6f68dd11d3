import type { Command } from "commander";
import type { StackFacts } from "../stacks/facts.js";
import { stacksOfApp } from "./app.js";
import { openContext, print, say } from "./context.js";
import type { ApplyOptions } from "./run/apply-one.js";
import { applySaved, plansToApply, requirePlansOfHere, takeWaiting } from "./run/apply-saved.js";
import { applyWaves } from "./run/apply-waves.js";
import { requireSomeoneToAsk } from "./run/approval.js";
import { removeLock } from "./run/locks.js";
import {
  allowReplaceOption,
  autoApproveOption,
  dnsTimeoutOption,
  type RunOptions,
  rolloutTimeoutOption,
  withRunOptions,
} from "./run/options.js";
import { exitCodeOf, type Outcome, outcomeOf, outcomeText } from "./run/outcome.js";
import { type Run, type RunSettings, withRun } from "./run/run.js";
import { toApply } from "./run/tasks.js";
import { recordUnprotected } from "./state/unprotected.js";
import { findTarget } from "./target.js";

export interface ApplySettings extends RunSettings, Partial<ApplyOptions> {
  /** where nothing was planned: apply without asking */
  readonly autoApprove?: boolean;
}

/** `groundplan apply <target> [stack…]`: the saved plans, or, where there are none, wave by wave. */
export function applyCommand(program: Command): void {
  withRunOptions(program.command("apply"))
    .description("apply the saved plans; without any, plan and apply wave by wave, and ask before each")
    .addOption(autoApproveOption())
    .addOption(allowReplaceOption())
    .addOption(rolloutTimeoutOption())
    .addOption(dnsTimeoutOption())
    .option("--replan", "plan again what is stale, and go on where that loses nothing more")
    .action(async (target: string, stacks: string[], options: RunOptions & ApplySettings) => {
      const outcome = await applyTarget(target, stacks, options);
      print(openContext(options), { human: outcomeText(outcome), json: outcome });
      process.exitCode = exitCodeOf(outcome);
    });
}

export async function applyTarget(name: string, stacks: readonly string[], settings: ApplySettings): Promise<Outcome> {
  const { replan = false, autoApprove = false, onEvent } = settings;
  return withRun(name, settings, async (run) => {
    const saved = plansToApply(run, stacks);
    if (saved.length === 0) return applyUnplanned(run, stacks, { replan, onEvent }, autoApprove);
    await requirePlansOfHere(run, saved);
    const home = homeOf(saved.map(({ plan }) => plan.facts));
    for (const { plan } of saved) await recordUnprotected(run, plan);
    const outcomes = await applySaved(run, saved, { replan, onEvent });
    return outcomeOf(run, home, outcomes, { facts: saved.map(({ plan }) => plan.facts), waiting: takeWaiting(run) });
  });
}

async function applyUnplanned(run: Run, names: readonly string[], options: ApplyOptions, autoApprove: boolean): Promise<Outcome> {
  requireSomeoneToAsk(autoApprove);
  const target = await findTarget(run.session, run.states, stacksOfApp(run.context), { name: run.target, stacks: names });
  await removeLock(run, target);
  const tell = run.context.output === "json" ? say : (text: string) => process.stdout.write(`${text}\n`);
  const outcomes = await applyWaves(run, target, target.stacks.map(toApply), { ...options, autoApprove, tell });
  return outcomeOf(run, target.home, outcomes, { facts: target.stacks.map(({ facts }) => facts) });
}

function homeOf([first]: readonly StackFacts[]): StackFacts {
  if (first === undefined) throw new RangeError("no plan to apply");
  return first;
}
