import { existsSync, mkdirSync, readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { type Context, openContext } from "../context.js";
import { InputError } from "../failure.js";
import { openProgress, type Progress } from "../progress.js";
import { Session } from "../session.js";
import { States } from "../state/states.js";
import { interrupts } from "../terraform/interrupts.js";
import { defaults, milliseconds, type RunOptions } from "./options.js";

/** One command at work on one target. */
export interface Run {
  readonly context: Context;
  readonly session: Session;
  readonly states: States;
  readonly options: RunOptions;
  /** the environment, or `account-<name>` */
  readonly target: string;
  /** where its plans are saved */
  readonly plans: string;
  openProgress(stacks: readonly string[]): Progress;
}

/** Where a run has its stacks, its emulator and its options from; `defaults` fill the rest. */
export interface RunSettings extends Partial<RunOptions> {
  /** who is told of the stacks; several runs may tell one */
  readonly openProgress?: ((stacks: readonly string[]) => Progress) | undefined;
  /** the name of the folder that its plans are saved in. Default: the target's */
  readonly folder?: string;
}

/** Works on a target alone: a second run of it in the same checkout waits, or it would use the first one's plans. */
export async function withRun<T>(target: string, settings: RunSettings, work: (run: Run) => Promise<T>): Promise<T> {
  const options = { ...defaults, ...settings };
  const context = openContext(options);
  const session = new Session(context);
  const plans = join(context.cache, "plans", (settings.folder ?? target).replace(/[^\w-]/g, "_"));
  interrupts.watch();
  const release = await takeFolder(plans, target, options.lockTimeout);
  try {
    return await work({
      context,
      session,
      states: new States(session),
      options,
      target,
      plans,
      openProgress: settings.openProgress ?? ((stacks) => openProgress(stacks, context.output)),
    });
  } finally {
    await release();
    // of a target that there is not; another run of it may have been here meanwhile
    if (existsSync(plans) && readdirSync(plans).length === 0) rmdirSync(plans);
  }
}

async function takeFolder(folder: string, target: string, timeout: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const pause = 500;
  try {
    return await lock(folder, {
      retries: { retries: Math.ceil(milliseconds(timeout) / pause), factor: 1, minTimeout: pause, maxTimeout: pause },
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ELOCKED")) throw error;
    throw new InputError(`another groundplan of this checkout works on "${target}"; wait for it, or give a longer --lock-timeout`);
  }
}
