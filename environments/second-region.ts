import type { AccountConfig } from "./estate-schema.js";
import type { DataProblem } from "./problem.js";

/** A second region that is none of the account's. An account that is itself wrong is told of elsewhere. */
export function secondRegionProblems(
  path: readonly (string | number)[],
  secondRegion: string | undefined,
  account: AccountConfig | undefined,
): DataProblem[] {
  if (secondRegion === undefined || account === undefined) return [];
  const known = [account.region, ...account.regions];
  if (known.includes(secondRegion)) return [];
  const fix = `give one of ${known.join(", ")}, or add it to the account's "regions" in estate.yaml`;
  return [{ path: [...path, "secondRegion"], value: secondRegion, wrong: `is none of account "${account.name}"'s`, fix }];
}
