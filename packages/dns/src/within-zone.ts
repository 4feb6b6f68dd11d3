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
  const stray = known(zoneName, given).filter(({ name }) => !isWithin(name, zoneName));
  const fix = `give a name that ends in ".${zoneName}", or another zone`;
  refuse(construct, stray, { wrong: `is not beneath the zone "${zoneName}"`, fix });
}

/** The same of zones, which have to be others than the parent. */
export function requireBeneath(construct: Construct, parentName: string, given: readonly GivenName[]): void {
  requireWithin(construct, parentName, given);
  const same = known(parentName, given).filter(({ name }) => name === parentName);
  refuse(construct, same, { wrong: "is the parent zone itself", fix: "give a zone beneath it" });
}

function known(zoneName: string, given: readonly GivenName[]): readonly GivenName[] {
  return isUnknown(zoneName) ? [] : given.filter(({ name }) => !isUnknown(name));
}

function refuse(construct: Construct, given: readonly GivenName[], why: { readonly wrong: string; readonly fix: string }): void {
  if (given.length === 0) return;
  throw new PropsError(
    construct.node.path,
    given.map(({ path, name }) => ({ path, value: name, ...why })),
  );
}
