import { isUnknown, PropsError } from "@groundplan/core";
import type { Construct } from "constructs";
import { isWithin } from "./names.js";

/** A name that is given, and where. */
export interface GivenName {
  readonly path: readonly (string | number)[];
  readonly name: string;
}

/**
 * Asks whether names are the zone's to have; what is not known at synth passes.
 *
 * @throws {PropsError} with each that is not
 */
export function requireWithin(construct: Construct, zoneName: string, given: readonly GivenName[]): void {
  if (isUnknown(zoneName)) return;
  const stray = given.filter(({ name }) => !isUnknown(name) && !isWithin(name, zoneName));
  if (stray.length === 0) return;
  const problems = stray.map(({ path, name }) => ({
    path,
    value: name,
    wrong: `is not beneath the zone "${zoneName}"`,
    fix: `give a name that ends in ".${zoneName}", or another zone`,
  }));
  throw new PropsError(construct.node.path, problems);
}
