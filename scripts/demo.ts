import { rmSync } from "node:fs";
import { join } from "node:path";
import { emulatorCoverage, emulatorFaults, emulatorStatus, startEmulator, stopEmulator } from "@groundplan/emulator";
import { Command } from "commander";
import { readStacks, type SynthesizedStack } from "../stacks/read-stacks.js";
import { applyTarget } from "./apply.js";
import { bootstrap } from "./bootstrap.js";
import { checkEstate, checkText, isFine } from "./check.js";
import { openContext } from "./context.js";
import { openDemoProgress, tell } from "./demo/told.js";
import { forgetWork, noteWork, wasKilled } from "./demo/unfinished.js";
import { destroyTarget } from "./destroy.js";
import { digestText } from "./digest/digest.js";
import { failureText, InterruptedError } from "./failure.js";
import { exitCodeOf, planTarget } from "./plan.js";
import { exitCodeOf as exitCodeOfOutcome, outcomeText } from "./run/outcome.js";
import { interrupts } from "./terraform/interrupts.js";

const environment = "local";
const account = `account-${environment}`;
const settings = { autoApprove: true, openProgress: openDemoProgress, lockTimeout: "1m" };

/** `npm run demo`: the environment `local` on the emulator, from nothing to a plan that changes nothing. */
async function up(): Promise<void> {
  await beginAnewWhereNothingCanGoOn();
  tell("checking the estate, and starting the AWS emulator meanwhile");
  const [checked] = await Promise.all([checkEstate(openContext()), startEmulator({ onProgress: tell })]);
  tell(checkText(checked));
  if (!isFine(checked)) throw new Error("the estate is not valid; nothing was applied");
  await bootstrapAndApply();
  await showNothingToChange();
  await judgeTheEmulator();
  tell('it stands; look at it with "npm run groundplan -- list local", take it down with "npm run demo -- --destroy"');
}

async function beginAnewWhereNothingCanGoOn(): Promise<void> {
  const killed = wasKilled();
  if (killed && (await stopEmulator())) tell("the last demo was killed in its work, so that no state tells what stands: starting anew");
  if (killed || !(await isRunning())) forget();
  forgetWork();
}

/** Remote state, and as soon as it can be used, what keeps its state there: the bucket's settings take a minute more. */
async function bootstrapAndApply(): Promise<void> {
  noteWork();
  tell(`making remote state, then applying "${environment}"`);
  let usable: () => void = () => undefined;
  const isUsable = new Promise<void>((resolve) => {
    usable = resolve;
  });
  const backend = bootstrap(environment, { ...settings, onUsable: usable });
  const applied = Promise.race([isUsable, backend]).then(applyAll);
  // each is waited for, whatever becomes of the other: its Terraform has to come to its end
  const [made, done] = await Promise.allSettled([backend, applied]);
  if (interrupts.interrupted) throw new InterruptedError();
  if (made.status === "rejected") throw made.reason;
  if (done.status === "rejected") throw done.reason;
  process.stdout.write(`\n${outcomeText(done.value)}\n\n`);
}

/** The account's baseline, then what stands on it. */
async function applyAll() {
  await applyWhole(account, [account]);
  return applyWhole(environment, []);
}

/** What a demo that was stopped had planned is taken up first; what it left then is planned anew. */
async function applyWhole(target: string, stacks: readonly string[]) {
  let applied = await applyTarget(target, stacks, { ...settings, replan: true });
  if (exitCodeOfOutcome(applied) === 2) applied = await applyTarget(target, stacks, { ...settings, replan: true });
  if (exitCodeOfOutcome(applied) !== 0) throw new Error(outcomeText(applied));
  return applied;
}

async function showNothingToChange(): Promise<void> {
  tell("planning again");
  const plans = await Promise.all([account, environment].map((target) => planTarget(target, [], settings)));
  for (const { digest } of plans) process.stdout.write(`\n${digestText(digest)}\n`);
  if (plans.some(({ digest }) => exitCodeOf(digest) !== 0)) throw new Error("the second plan is not empty");
}

/** What the emulator could not answer fails the demo even if Terraform passed; what it answered by its own rules is said. */
async function judgeTheEmulator(): Promise<void> {
  const server = await startEmulator();
  const faults = await emulatorFaults(server);
  if (faults.length > 0) throw new Error(`the emulator could not answer: ${faults.map(({ detail }) => detail).join("; ")}`);
  const made = new Set(
    readStacks(openContext().outdir)
      .filter(({ facts }) => facts.account === environment)
      .flatMap(resourceTypes),
  );
  const coverage = await emulatorCoverage(server);
  const ours = coverage.filter(({ type, answeredBy }) => made.has(type) && answeredBy === "ours").map(({ type }) => type);
  if (ours.length > 0) tell(`answered by the emulator's own rules, which is weaker evidence: ${ours.join(", ")}`);
}

function resourceTypes(stack: SynthesizedStack): string[] {
  const { resource = {} }: { resource?: Record<string, unknown> } = JSON.parse(stack.json());
  return Object.keys(resource);
}

async function down(): Promise<void> {
  if (!(await isRunning())) return tell("nothing to take down: no emulator runs");
  await takeDown(environment, []);
  await takeDown(account, [account]);
  await stopEmulator();
  forget();
  forgetWork();
  tell("stopped the emulator, and with it the remote state is gone");
}

async function takeDown(target: string, stacks: readonly string[]): Promise<void> {
  tell(`destroying "${target}"`);
  const destroyed = await destroyTarget(target, stacks, settings);
  process.stdout.write(`\n${outcomeText(destroyed)}\n\n`);
  if (exitCodeOfOutcome(destroyed) !== 0) throw new Error(`"${target}" still stands`);
}

async function isRunning(): Promise<boolean> {
  return (await emulatorStatus()).some(({ name }) => name === "default");
}

/** What was kept of an emulator that is gone. */
function forget(): void {
  const { cache } = openContext();
  for (const folder of [`plans/${environment}`, `plans/${account}`, `plans/bootstrap-${environment}`, "bootstrap"]) {
    rmSync(join(cache, folder), { recursive: true, force: true });
  }
}

const { destroy } = new Command("npm run demo --")
  .description(`apply the environment "${environment}" on an AWS emulator on this machine; stopped, and started again, it goes on`)
  .option("--destroy", "take it all down")
  .parse()
  .opts<{ destroy?: true }>();

(destroy ? down() : up()).catch((error: unknown) => {
  process.stderr.write(`${failureText(error)}\n`);
  process.exitCode = 1;
});
