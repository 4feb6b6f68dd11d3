import { execa } from "execa";
import type { Result, Step } from "./step.js";

export interface Check {
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A tool that counts no tests: it counts as one, and passes where it exits 0. */
export function check({ name, command, arguments: args, folder, environment = {} }: Check): Step {
  return {
    name,
    async run(): Promise<Result> {
      const { failed, all, shortMessage } = await execa(command, args, {
        cwd: folder,
        env: environment,
        preferLocal: true,
        localDir: folder,
        reject: false,
        all: true,
        stdin: "ignore",
      });
      return failed ? { ...none, failed: 1, output: all || (shortMessage ?? "") } : { ...none, passed: 1, output: all };
    },
  };
}

/** A check whose tool is not installed by the project itself. */
export function skipped(name: string, install: string): Step {
  return { name, run: async () => ({ ...none, skipped: 1, skippedNames: [`${name} is not installed: ${install}`] }) };
}

const none: Result = { passed: 0, failed: 0, skipped: 0, output: "", skippedNames: [] };
