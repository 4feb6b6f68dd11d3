import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { expect } from "vitest";
import {
  emulatorCoverage,
  emulatorEnvironment,
  emulatorFaults,
  findTerraform,
  startEmulator,
  stopEmulator,
  terraformEnvironment,
} from "../src/index.js";
import { held, leftovers, type Terraform } from "./leftovers.js";

const fixtures = fileURLToPath(new URL("../fixtures", import.meta.url));

/**
 * Applies a folder of plain Terraform on an emulator of its own, plans (nothing), destroys; nothing may be left, and the emulator
 * must have answered all.
 * Where it has a variable "changed", it is applied and planned once more with that set.
 */
export async function cycle(name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `cycle-${name}-`));
  const emulator = { name: "cycle", cacheFolder: join(folder, "cache") };
  const server = await startEmulator(emulator);
  try {
    const stack = join(folder, "stack");
    cpSync(join(fixtures, name), stack, { recursive: true });
    const { path } = await findTerraform();
    const env = { ...(await terraformEnvironment({ cacheFolder: join(folder, "cache") })), ...(await emulatorEnvironment(server)) };
    const run: Terraform = async (cwd, ...args) => {
      const { exitCode, all, stdout } = await execa(path, args, { cwd, env, all: true, reject: false, stdin: "ignore" });
      expect(exitCode, all.slice(-4_000)).toBe(0);
      return stdout;
    };
    const terraform = (command: string, ...args: string[]) => run(stack, command, "-no-color", ...args);
    await terraform("init");
    await terraform("apply", "-auto-approve");
    await terraform("plan", "-detailed-exitcode");
    const changed = text(stack).includes('variable "changed"') ? ["-var", "changed=true"] : [];
    if (changed.length > 0) {
      await terraform("apply", "-auto-approve", ...changed);
      await terraform("plan", "-detailed-exitcode", ...changed);
    }
    const before = await run(stack, "state", "pull");
    const first = await held(run, stack);
    if (first.length > 0) {
      await terraform("destroy", "-auto-approve", ...changed, ...first.map((address) => `-target=${address}`));
      expect(await leftovers(run, stack, { before, only: first })).toEqual([]);
    }
    await terraform("destroy", "-auto-approve", ...changed);
    expect(await leftovers(run, stack, { before })).toEqual([]);
    expect(await emulatorFaults(server)).toEqual([]);
    const known = (await emulatorCoverage(server)).map(({ type }) => type);
    expect(known).toEqual(expect.arrayContaining(resourceTypes(stack)));
  } finally {
    await stopEmulator(emulator);
    rmSync(folder, { recursive: true, force: true });
  }
}

function text(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith(".tf"));
  return files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
}

function resourceTypes(folder: string): string[] {
  return [...new Set([...text(folder).matchAll(/^resource "(\w+)"/gm)].map(([, type]) => type ?? ""))].sort();
}
