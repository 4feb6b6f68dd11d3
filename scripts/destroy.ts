import type { Command } from "commander";
import type { StackFacts } from "../stacks/facts.js";
import type { SynthesizedStack } from "../stacks/read-stacks.js";
import { stacksOfApp } from "./app.js";
import { openContext, print, say } from "./context.js";
import { InputError } from "./failure.js";
import { applyWaves, type WaveOptions } from "./run/apply-waves.js";
import { requireSomeoneToAsk } from "./run/approval.js";
import { removeLock } from "./run/locks.js";
import { allowReplaceOption, autoApproveOption, type RunOptions, unprotectOption, withRunOptions } from "./run/options.js";
import { exitCodeOf, type Outcome, outcomeOf, outcomeText } from "./run/outcome.js";
import type { Task } from "./run/plan-one.js";
import { type Run, type RunSettings, withRun } from "./run/run.js";
import { toDestroy, toDestroyOrphans } from "./run/tasks.js";
import { isEmpty } from "./state/state-file.js";
import { recordUnprotected } from "./state/unprotected.js";
import { findTarget, type Target } from "./target.js";

export interface DestroySettings extends RunSettings {
  readonly autoApprove?: boolean;
}

/** `groundplan destroy <target> [stack…]`: stacks of the app, and orphans by the JSON that was kept. */
export function destroyCommand(program: Command): void {
  withRunOptions(program.command("destroy"))
    .description("take stacks down, those first that read others' contracts; orphans too, by the JSON kept beside their state")
    .addOption(autoApproveOption())
    .addOption(allowReplaceOption())
    .addOption(unprotectOption())
    .action(async (target: string, stacks: string[], options: RunOptions & DestroySettings) => {
      const outcome = await destroyTarget(target, stacks, options);
      print(openContext(options), { human: outcomeText(outcome), json: outcome });
      process.exitCode = exitCodeOf(outcome);
    });
}

export async function destroyTarget(name: string, stacks: readonly string[], settings: DestroySettings): Promise<Outcome> {
  const { autoApprove = false } = settings;
  requireSomeoneToAsk(autoApprove);
  return withRun(name, settings, async (run) => {
    const app = stacksOfApp(run.context);
    const target = await findTarget(run.session, run.states, app, { name, stacks });
    refuseBackends(target);
    await removeLock(run, target);
    const tell = run.context.output === "json" ? say : (text: string) => process.stdout.write(`${text}\n`);
    return destroyAll(run, target, app, { autoApprove, replan: false, tell });
  });
}

async function destroyAll(run: Run, target: Target, app: readonly SynthesizedStack[], options: WaveOptions): Promise<Outcome> {
  const orphans = toDestroyOrphans(target.orphans, run.options.unprotect);
  const standing = await standingOf(run, target.stacks);
  await refuseReaders(run, standing, app);
  for (const { destroy } of orphans) await recordUnprotected(run, { facts: destroy.stack.facts, unprotected: destroy.unprotected });
  const release = orphans.flatMap(({ release }) => (release === undefined ? [] : [release]));
  const released = await applyWaves(run, target, release, options);
  const held = released.filter(({ status }) => !["applied", "unchanged"].includes(status));
  const tasks: Task[] = [...standing.map(toDestroy), ...orphans.map(({ destroy }) => destroy)];
  const going = tasks.filter(({ stack }) => !held.some((outcome) => outcome.stack === stack.facts.stack));
  const outcomes = await applyWaves(run, target, going, options);
  return outcomeOf(run, target.home, [...held, ...outcomes], { facts: [] });
}

/** @throws {InputError} for a stack that makes the bucket that its own state is in */
function refuseBackends({ stacks }: Target): void {
  const backend = stacks.find(({ facts }) => facts.of === `account-${facts.account}` && facts.layer === "state");
  if (backend === undefined) return;
  throw new InputError(
    `"${backend.facts.stack}" keeps all states of its account, its own too, and a destroy would take the record of itself along; ` +
      "on the emulator stop the emulator, in AWS delete bucket, table and key by hand once nothing else stands",
  );
}

/** A stack that holds nothing is down already, even where what it reads is gone too. */
async function standingOf(run: Run, stacks: readonly SynthesizedStack[]): Promise<SynthesizedStack[]> {
  const asked = await Promise.all(stacks.map(async (stack) => ((await stands(run, stack.facts)) ? [stack] : [])));
  return asked.flat();
}

/** @throws {InputError} where others stand on what is to go */
async function refuseReaders(run: Run, going: readonly SynthesizedStack[], app: readonly SynthesizedStack[]): Promise<void> {
  const ids = going.map(({ facts }) => facts.stack);
  const readers = app.filter(({ facts }) => !ids.includes(facts.stack) && facts.upstream.some((upstream) => ids.includes(upstream)));
  const standing = await standingOf(run, readers);
  if (standing.length === 0) return;
  const names = standing.map(({ facts }) => facts.stack).join(", ");
  throw new InputError(`${names} ${standing.length === 1 ? "stands" : "stand"} on ${ids.join(", ")}; destroy ${names} as well, or first`);
}

async function stands(run: Run, facts: StackFacts): Promise<boolean> {
  const state = await run.states.read(facts);
  return state !== undefined && !isEmpty(state);
}
