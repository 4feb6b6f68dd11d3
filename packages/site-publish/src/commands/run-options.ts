import { type Command, InvalidArgumentError } from "commander";

/** What publish and rollback are asked with. */
export interface RunFlags {
  readonly dryRun?: true;
  readonly wait?: true;
  readonly concurrency?: number;
  readonly lockWait?: number;
  readonly json?: true;
}

export function withRunOptions(command: Command): Command {
  return command
    .option("--dry-run", "say what would happen, and write nothing")
    .option("--wait", "wait until the edge has forgotten what changed: minutes at most")
    .option("--concurrency <number>", "objects at once, at most (default: 32)", numberFrom(1, 256))
    .option("--lock-wait <seconds>", "how long to wait for somebody else who publishes the site (default: 90)", numberFrom(0, 3600));
}

function numberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`give a whole number from ${least} to ${most}.`);
  };
}
