import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openContext } from "../context.js";
import { InputError } from "../failure.js";

const marker = () => join(openContext().cache, "demo.pid");

/**
 * Whether the last demo was killed so that it could not tell its Terraforms: what they were making is in no state, and their
 * locks stay.
 *
 * @throws {InputError} where it still runs
 */
export function wasKilled(): boolean {
  if (!existsSync(marker())) return false;
  const pid = Number(readFileSync(marker(), "utf8"));
  if (isAlive(pid))
    throw new InputError(`another demo runs in this checkout (process ${pid}); wait for it, or delete ${marker()} if it is none`);
  return true;
}

/** From here on Terraform works; a signal that can be heard, and every other end, is no kill. */
export function noteWork(): void {
  writeFileSync(marker(), String(process.pid));
  process.once("exit", forgetWork);
}

export function forgetWork(): void {
  rmSync(marker(), { force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
