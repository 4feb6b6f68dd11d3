import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The lock of the provider's version: one at the root, from which each stack has its own. */
export const lockFile = ".terraform.lock.hcl";

/**
 * Puts the provider's lock beside a stack, or init would ask a registry. One that says all that ours says stays: Terraform adds
 * a platform's own checksum to it when it has taken the provider from the registry.
 */
export function placeProviderLock(root: string, stackFolder: string): void {
  const ours = readFileSync(join(root, lockFile), "utf8");
  const place = join(stackFolder, lockFile);
  if (existsSync(place) && saysAll(readFileSync(place, "utf8"), ours)) return;
  writeFileSync(place, ours);
}

function saysAll(theirs: string, ours: string): boolean {
  const lines = new Set(theirs.split("\n").map((line) => line.trim()));
  return ours.split("\n").every((line) => line.startsWith("#") || lines.has(line.trim()));
}
