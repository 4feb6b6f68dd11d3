import { type Command, InvalidArgumentError, Option } from "commander";
import { emulatorOption, jsonOption, outdirOption } from "../context.js";

/** What commands that run Terraform are told. */
export interface RunOptions {
  readonly json?: boolean;
  readonly emulator?: boolean | string;
  readonly outdir?: string;
  /** as Terraform writes it: `30s`, `5m` */
  readonly lockTimeout: string;
  /** how long a service's rollout is waited for after it was applied */
  readonly rolloutTimeout: string;
  /** how long public DNS is waited for before a certificate is asked for; `0s`: it is not asked */
  readonly dnsTimeout: string;
  /** id of a lock whose holder is dead */
  readonly unlock?: string;
  /** addresses of stateful resources that production may lose */
  readonly allowReplace: readonly string[];
  /** addresses of orphans' resources that are protected no more */
  readonly unprotect: readonly string[];
}

export const defaults = {
  lockTimeout: "5m",
  rolloutTimeout: "30m",
  dnsTimeout: "20m",
  allowReplace: [],
  unprotect: [],
} as const satisfies RunOptions;

/** The options of a command that runs Terraform on a target's stacks. */
export function withRunOptions(command: Command): Command {
  return command
    .argument("<target>", "an environment, or account-<name>")
    .argument("[stack...]", "some of its stacks, such as network; default: all")
    .addOption(jsonOption())
    .addOption(emulatorOption())
    .addOption(outdirOption())
    .addOption(lockTimeoutOption())
    .option("--unlock <id>", "first remove the state lock of that id: only where the run that holds it is dead");
}

export const allowReplaceOption = () =>
  new Option("--allow-replace <address>", "let production lose this stateful resource; may be given again")
    .argParser(collect)
    .default([], "none");

export const unprotectOption = () =>
  new Option("--unprotect <address>", "take this protection from an orphan's resource, on record; may be given again")
    .argParser(collect)
    .default([], "none");

export const autoApproveOption = () => new Option("--auto-approve", "do not ask");

const lockTimeoutOption = () =>
  durationOption(
    "--lock-timeout <duration>",
    "how long to wait for a state that another run has locked, such as 30s",
    defaults.lockTimeout,
  );

export const rolloutTimeoutOption = () =>
  durationOption(
    "--rollout-timeout <duration>",
    "how long to wait until an applied service runs, or is rolled back",
    defaults.rolloutTimeout,
  );

// longer than the quarter of an hour for which resolvers remember that Route 53 knew no such name
// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/SOA-NSrecords.html
export const dnsTimeoutOption = () =>
  durationOption(
    "--dns-timeout <duration>",
    "how long to wait until public DNS knows a zone, before its certificates are asked for; 0s: not at all",
    defaults.dnsTimeout,
  );

/** A duration as Terraform writes it: `30s`, `5m`, `1h`. */
export const durationOption = (flags: string, description: string, byDefault: string) =>
  new Option(flags, description).default(byDefault).argParser((duration: string) => {
    if (/^\d+[smh]$/.test(duration)) return duration;
    throw new InvalidArgumentError("use a number and s, m or h, such as 5m.");
  });

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

export function milliseconds(duration: string): number {
  const unit = { s: 1_000, m: 60_000, h: 3_600_000 }[duration.slice(-1)] ?? 0;
  return Number(duration.slice(0, -1)) * unit;
}
