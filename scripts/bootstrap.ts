import type { Command } from "commander";
import type { SynthesizedStack } from "../stacks/read-stacks.js";
import { stacksOfApp } from "./app.js";
import { emulatorOption, jsonOption, openContext, outdirOption, print, say } from "./context.js";
import { InputError } from "./failure.js";
import { applyWaves } from "./run/apply-waves.js";
import { requireSomeoneToAsk } from "./run/approval.js";
import { type BootstrapOptions, bootstrapAccount } from "./run/bootstrap-account.js";
import { forgetLocalState } from "./run/local-state.js";
import { autoApproveOption, type RunOptions } from "./run/options.js";
import { exitCodeOf, type Outcome, outcomeOf, outcomeText } from "./run/outcome.js";
import { type Run, type RunSettings, withRun } from "./run/run.js";
import { toApply } from "./run/tasks.js";
import { findTarget, unknownTarget } from "./target.js";
import { runnable } from "./terraform/place.js";

export interface BootstrapSettings extends RunSettings {
  readonly autoApprove?: boolean;
  /** called once bucket and table stand: other stacks of the account can be applied from then on */
  readonly onUsable?: () => void;
}

/** `groundplan bootstrap <target>`: where the states of an account's stacks are kept. */
export function bootstrapCommand(program: Command): void {
  program
    .command("bootstrap")
    .description("make an account's state bucket, lock table and key, with their own state in that bucket; again, it changes nothing")
    .argument("<target>", "account-<name>, or an environment, for the account that it is in")
    .addOption(jsonOption())
    .addOption(emulatorOption())
    .addOption(outdirOption())
    .addOption(autoApproveOption())
    .action(async (target: string, options: Partial<RunOptions> & BootstrapSettings) => {
      const outcome = await bootstrap(target, options);
      print(openContext(options), { human: outcomeText(outcome), json: outcome });
      process.exitCode = exitCodeOf(outcome);
    });
}

export async function bootstrap(target: string, settings: BootstrapSettings): Promise<Outcome> {
  const { autoApprove = false, onUsable = () => undefined } = settings;
  requireSomeoneToAsk(autoApprove);
  const app = stacksOfApp(openContext(settings));
  const stack = stateStackOf(app, target);
  // a folder of its own: other stacks of the account are applied while its settings are still being made
  return withRun(stack.facts.of, { ...settings, folder: `bootstrap-${stack.facts.account}` }, async (run) => {
    await run.session.requireAccount(stack.facts);
    const tell = run.context.output === "json" ? say : (text: string) => process.stdout.write(`${text}\n`);
    const outcomes = await bootstrapOrApply(run, stack, app, { autoApprove, onUsable, tell });
    return outcomeOf(run, stack.facts, outcomes, { facts: [stack.facts] });
  });
}

async function bootstrapOrApply(run: Run, stack: SynthesizedStack, app: readonly SynthesizedStack[], options: BootstrapOptions) {
  const store = await run.states.store(stack.facts);
  const isDone = (await store.exists()) && (await run.states.read(stack.facts)) !== undefined;
  if (!isDone) return [await bootstrapAccount(run, runnable(stack), options)];
  options.onUsable();
  forgetLocalState(run, runnable(stack));
  const target = await findTarget(run.session, run.states, app, { name: run.target, stacks: [stack.facts.stack] });
  return applyWaves(run, target, [toApply(stack)], { ...options, replan: false });
}

function stateStackOf(app: readonly SynthesizedStack[], target: string): SynthesizedStack {
  const named = app.find(({ facts }) => facts.of === target);
  if (named === undefined) throw unknownTarget(target, app);
  const found = app.find(({ facts }) => facts.of === `account-${named.facts.account}` && facts.layer === "state");
  if (found !== undefined) return found;
  throw new InputError(`account "${named.facts.account}" has no state stack; its states are kept by someone else`);
}
