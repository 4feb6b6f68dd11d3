import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { type AddressDifference, compareAddresses } from "../golden-addresses.js";
import type { MatcherContext, Verdict } from "./context.js";
import { templateOf } from "./template-of.js";

/** A golden file's path is relative to the test's. */
export function toHaveAddresses(this: MatcherContext, received: unknown, goldenFile: string): Verdict {
  if (this.isNot === true)
    throw new Error("toHaveAddresses has no opposite; list what must not be there: expect(template.at(…)).toBeUndefined()");
  const file = resolve(dirname(this.testPath ?? "."), goldenFile);
  const before = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  const result = compareAddresses(templateOf(received), before ?? "");
  const update = updateMode(this);
  const mayWrite = update === "all" || (update === "new" && before === undefined);
  if (mayWrite && result.lost.length === 0) {
    write(file, result.golden);
    return { pass: true, message: () => "" };
  }
  return { pass: result.lost.length + result.added.length === 0 && before !== undefined, message: () => complaint(file, before, result) };
}

// Both runners keep it here, and neither tells a matcher in another way: "all" for -u, "new" by default, "none" in CI.
function updateMode(context: MatcherContext): unknown {
  const state: unknown = Reflect.get(context, "snapshotState");
  return typeof state === "object" && state !== null ? Reflect.get(state, "_updateSnapshot") : undefined;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function complaint(file: string, before: string | undefined, { lost, added }: AddressDifference): string {
  const name = relative(process.cwd(), file);
  if (before === undefined) return `there is no ${name}; write it with "vitest -u", and commit it`;
  return [
    ...lost.map((address) => lostText(address, added, name)),
    ...added.map((address) => `${address} is new; add it with "vitest -u"`),
  ].join("\n");
}

function lostText(address: string, added: readonly string[], goldenFile: string): string {
  const [type] = address.split(".");
  const candidates = added.filter((one) => one.startsWith(`${type}.`));
  const to = candidates.length === 1 ? candidates[0] : `${type}.<its name now>`;
  return [
    `${address} is gone, and whoever upgrades would lose what stands there.`,
    `  Renamed? Add: new Moved(this, "…", { from: "${address}", to: "${to}" })`,
    `  To be left standing in AWS, without us? Add: new Removed(this, "…", { from: "${address}" })`,
    `  Meant to be destroyed? Take its line out of ${goldenFile} by hand, and say so in the changelog.`,
  ].join("\n");
}
