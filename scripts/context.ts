import { join, resolve } from "node:path";
import { InvalidArgumentError, Option } from "commander";

/** What the options that commands share say. */
export interface ContextOptions {
  readonly json?: boolean | undefined;
  /** true: the emulator named `default`; a string: the one of that name */
  readonly emulator?: boolean | string | undefined;
  /** stacks that are synthesized already lie there; without it, the app is synthesized to `cdktf.out` */
  readonly outdir?: string | undefined;
}

/** Where a command runs, and how it speaks. Opening one touches nothing. */
export interface Context {
  /** the project's folder: the working directory */
  readonly root: string;
  /** where the stacks lie, absolute */
  readonly outdir: string;
  /** whether the app is synthesized to `outdir` before its stacks are read */
  readonly synthesizes: boolean;
  /** the ignored folder that plans, logs and the emulator lie in, absolute */
  readonly cache: string;
  readonly output: "human" | "json";
  /** the emulator that `--emulator` asked for; accounts that are `emulatorOnly` use one without being asked */
  readonly emulator: string | undefined;
}

export function openContext(options: ContextOptions = {}): Context {
  const root = process.cwd();
  const { json, emulator, outdir } = options;
  return {
    root,
    outdir: resolve(root, outdir ?? "cdktf.out"),
    synthesizes: outdir === undefined,
    cache: join(root, ".groundplan"),
    output: json ? "json" : "human",
    emulator: emulator === true ? "default" : emulator || undefined,
  };
}

// an option object belongs to one command, so each of these makes its own

export const jsonOption = () => new Option("--json", "print JSON, for programs");

export const emulatorOption = () =>
  new Option("--emulator [name]", 'use the AWS emulator of that name ("default"), whatever the account').argParser((name: string) => {
    if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(name)) return name;
    throw new InvalidArgumentError("use lower case letters, digits and hyphens, 63 at most.");
  });

export const outdirOption = () => new Option("--outdir <folder>", "take the stacks synthesized there, instead of synthesizing the app");

/** What a command has to say at its end: text for a person, or JSON for a program; alone on the standard output. */
export function print(context: Pick<Context, "output">, result: { readonly human: string; readonly json: unknown }): void {
  process.stdout.write(`${context.output === "json" ? JSON.stringify(result.json, undefined, 2) : result.human}\n`);
}

/** What is said on the way: on the standard error, so that a program reads JSON alone. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
