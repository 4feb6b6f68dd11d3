import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { errorsIn, readEvents, type TerraformEvent } from "./events.js";

/** Where a terraform runs, and with what. */
export interface TerraformSetting {
  readonly binary: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A terraform that failed; the message carries its diagnostics. */
export class TerraformError extends Error {
  override readonly name = "TerraformError";

  constructor(
    command: string,
    readonly errors: readonly string[],
  ) {
    super([`"terraform ${command}" failed:`, ...errors].join("\n"));
  }
}

/** Runs a command that speaks in events. */
export async function runEvents(setting: TerraformSetting, command: string, ...args: string[]): Promise<TerraformEvent[]> {
  const { exitCode, stdout, stderr } = await run(setting, [command, "-json", "-input=false", ...args]);
  const events = readEvents(stdout);
  const done = exitCode === 0 || (exitCode === 2 && args.includes("-detailed-exitcode"));
  if (done) return events;
  const errors = errorsIn(events);
  throw new TerraformError(command, errors.length > 0 ? errors : [...stderr, ...stdout]);
}

/** Runs a command that prints text. */
export async function runText(setting: TerraformSetting, ...args: [string, ...string[]]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(setting, args);
  if (exitCode !== 0) throw new TerraformError(args[0], stderr.length > 0 ? stderr : stdout);
  return stdout.join("\n");
}

async function run({ binary, folder, environment }: TerraformSetting, args: readonly string[]) {
  // a process group of its own: Ctrl-C reaches it once, from us, and twice can lose the state
  const child = execa(binary, args, {
    cwd: folder,
    env: { ...ownEnvironment(), ...environment },
    extendEnv: false,
    detached: true,
    cleanup: false,
    stdin: "ignore",
    lines: true,
    reject: false,
  });
  const signals = passSignalsOn(() => child.kill("SIGINT"));
  try {
    const { exitCode, stdout, stderr, failed, shortMessage } = await child;
    if (failed && exitCode === undefined) throw new Error(`"${binary}" did not run: ${shortMessage}`);
    return { exitCode, stdout, stderr };
  } finally {
    await signals.end();
  }
}

/** A test that is ended in the middle lets its terraform save the state and give back its lock, and then ends. */
function passSignalsOn(interrupt: () => void): { end: () => Promise<void> } {
  let received: NodeJS.Signals | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (received === undefined) interrupt();
    received = signal;
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal).on("exit", interrupt);
  const end = async (): Promise<void> => {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal).off("exit", interrupt);
    if (received === undefined) return;
    process.kill(process.pid, received);
    // listeners of others take it a moment later, and our own failure must not come before
    await sleep(1_000);
  };
  return { end };
}

/** Ours, without what would bend Terraform to another project. */
function ownEnvironment(): Record<string, string> {
  const bends = (name: string): boolean => /^TF_(CLI_ARGS|VAR_)/.test(name) || ["TF_WORKSPACE", "TF_DATA_DIR"].includes(name);
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined || bends(name) ? [] : [[name, value]])),
  );
}
