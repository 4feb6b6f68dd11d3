import type { Command } from "commander";
import pc from "picocolors";
import type { SynthesizedStack } from "../stacks/read-stacks.js";
import { stacksOfApp } from "./app.js";
import { openContext, print } from "./context.js";
import type { PlannedChange } from "./digest/changes.js";
import { orphanJson, orphanLine } from "./digest/digest.js";
import { ToolError } from "./failure.js";
import type { Progress } from "./progress.js";
import { type RunOptions, withRunOptions } from "./run/options.js";
import { inOrder } from "./run/order.js";
import { firstLine } from "./run/plan-one.js";
import { type Run, type RunSettings, withRun } from "./run/run.js";
import type { Orphan } from "./state/orphans.js";
import { findTarget } from "./target.js";
import { atOnce } from "./terraform/at-once.js";
import { preparePlace, type Runnable, runnable } from "./terraform/place.js";
import { planStack } from "./terraform/plan-stack.js";

/** What stands otherwise than it was applied. */
export interface StackDrift {
  readonly stack: string;
  readonly status: "as applied" | "drifted" | "never applied" | "failed";
  readonly drift: readonly PlannedChange[];
  readonly why?: string;
}

export interface Drift {
  readonly target: string;
  readonly stacks: readonly StackDrift[];
  readonly orphans: readonly Orphan[];
}

/**
 * `groundplan drift <target> [stack…]`: what was changed behind Terraform's back, told by a plan of the JSON that was applied last.
 * A refresh alone would also tell what AWS adds of itself after every apply. Changes nothing, and takes no lock.
 */
export function driftCommand(program: Command): void {
  withRunOptions(program.command("drift"))
    .description("what stands otherwise than it was applied, and states that no stack has; exits 2 where there is any")
    .action(async (target: string, stacks: string[], options: RunOptions) => {
      const drift = await driftOf(target, stacks, options);
      print(openContext(options), { human: text(drift), json: { ...drift, orphans: drift.orphans.map(orphanJson) } });
      process.exitCode = exitCodeOf(drift);
    });
}

export async function driftOf(name: string, names: readonly string[], settings: RunSettings): Promise<Drift> {
  return withRun(name, settings, async (run) => {
    const target = await findTarget(run.session, run.states, stacksOfApp(run.context), { name, stacks: names });
    const progress = run.openProgress(target.stacks.map(({ facts }) => facts.stack));
    const steps = target.stacks.map((stack) => ({ id: stack.facts.stack, item: stack, after: [] }));
    const stacks = await inOrder(steps, atOnce("plan"), (stack) => driftOfStack(run, stack, progress)).finally(() => progress.close());
    return { target: name, stacks, orphans: target.allOrphans };
  });
}

async function driftOfStack(run: Run, stack: SynthesizedStack, progress: Progress): Promise<StackDrift> {
  const { stack: id } = stack.facts;
  progress.begin(id, "looking");
  const ended = (status: StackDrift["status"], drift: readonly PlannedChange[], why?: string): StackDrift => {
    progress.end(id, status === "failed" ? "failed" : "done", why === undefined ? status : firstLine(why));
    return { stack: id, status, drift, ...(why === undefined ? {} : { why }) };
  };
  if ((await run.states.read(stack.facts)) === undefined) return ended("never applied", []);
  try {
    // beside the saved plans, which stay
    const place = await preparePlace({ session: run.session, plans: `${run.plans}.drift` }, await asApplied(run, stack));
    const { lockTimeout } = run.options;
    const { changes } = await planStack(place, { kind: "drift", lockTimeout, cache: run.context.cache });
    return ended(changes.length > 0 ? "drifted" : "as applied", changes);
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    return ended("failed", [], error.message);
  }
}

async function asApplied(run: Run, stack: SynthesizedStack): Promise<Runnable> {
  const kept = await run.states.kept(stack.facts);
  return kept === undefined ? runnable(stack) : { ...runnable(stack), json: kept };
}

function exitCodeOf({ stacks, orphans }: Drift): 0 | 1 | 2 {
  if (stacks.some(({ status }) => status === "failed")) return 1;
  return stacks.some(({ status }) => status === "drifted") || orphans.length > 0 ? 2 : 0;
}

function text({ target, stacks, orphans }: Drift): string {
  const drifted = stacks.flatMap(({ stack, drift }) =>
    drift.map(({ address, action }) => pc.yellow(`${stack}: ${address} ${action === "create" ? "is gone" : "is changed"}`)),
  );
  const lines = stacks.map(({ stack, status, why }) => `${stack}: ${status}${why === undefined ? "" : `: ${why}`}`);
  const count = stacks.filter(({ status }) => status === "drifted").length;
  return [...drifted, ...lines, ...orphans.map(orphanLine), `${target}: ${count} of ${stacks.length} stacks drifted`].join("\n");
}
