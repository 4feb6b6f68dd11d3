import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { findTerraform } from "@groundplan/emulator";
import { execa } from "execa";
import { InterruptedError, ToolError } from "../failure.js";
import { readEvent, type TerraformEvent } from "./events.js";
import { interrupts } from "./interrupts.js";

export interface TerraformCall {
  readonly folder: string;
  readonly args: readonly [string, ...string[]];
  /** added to our own environment */
  readonly environment: Readonly<Record<string, string>>;
  /** takes every line */
  readonly logFile: string;
  readonly onEvent?: ((event: TerraformEvent) => void) | undefined;
}

export interface TerraformOutcome {
  readonly exitCode: number;
  readonly events: readonly TerraformEvent[];
  /** what it said last that is no event, such as a crash */
  readonly lastLines: readonly string[];
}

const keptLines = 20;

/**
 * Runs Terraform in a process group of its own, so that a terminal's Ctrl-C reaches it through us alone, and waits however long
 * it takes: it is never killed.
 *
 * @throws {InterruptedError} where a signal came before
 */
export async function runTerraform(call: TerraformCall): Promise<TerraformOutcome> {
  if (interrupts.interrupted) throw new InterruptedError();
  const { path } = await terraform();
  mkdirSync(dirname(call.logFile), { recursive: true });
  writeFileSync(call.logFile, `$ ${path} ${call.args.join(" ")}\n`);
  const child = execa(path, call.args, {
    cwd: call.folder,
    env: { ...withoutBends(process.env), ...call.environment },
    extendEnv: false,
    stdin: "ignore",
    detached: true,
    cleanup: false,
    forceKillAfterDelay: false,
    buffer: false,
    reject: false,
  });
  const ended = interrupts.add({ interrupt: () => child.kill("SIGINT") });
  const events: TerraformEvent[] = [];
  const lastLines: string[] = [];
  const read = (line: string): void => {
    appendFileSync(call.logFile, `${line}\n`);
    const event = readEvent(line);
    if (event === undefined) {
      if (line.trim() !== "") lastLines.push(line);
      if (lastLines.length > keptLines) lastLines.shift();
      return;
    }
    events.push(event);
    call.onEvent?.(event);
  };
  try {
    const [result] = await Promise.all([child, readLines(child.stdout, read), readLines(child.stderr, read)]);
    if (result.exitCode === undefined)
      throw new ToolError(`"${path}" did not run to its end: ${result.shortMessage}`, lastLines, call.logFile);
    return { exitCode: result.exitCode, events, lastLines };
  } finally {
    ended();
  }
}

let found: ReturnType<typeof findTerraform> | undefined;

/** Looked for once. */
export function terraform(): ReturnType<typeof findTerraform> {
  found ??= findTerraform();
  return found;
}

async function readLines(stream: Readable, read: (line: string) => void): Promise<void> {
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) read(line);
}

/** Our environment without what would bend Terraform to another workspace, folder or plan. */
function withoutBends(environment: NodeJS.ProcessEnv): Record<string, string> {
  const bends = (name: string) => name.startsWith("TF_CLI_ARGS") || ["TF_WORKSPACE", "TF_DATA_DIR"].includes(name);
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined || bends(name) ? [] : [[name, value]])),
  );
}
