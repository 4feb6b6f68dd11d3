import { nameFix } from "@groundplan/core/schema";
import { isMap } from "../parse.js";
import type { DataProblem } from "../problem.js";
import { type BaselineConfig, regionalExisting } from "./baseline-schema.js";

type Existing = BaselineConfig["existing"];

/** Where identifiers are looked for. */
interface Place {
  /** The account's home region. */
  readonly home: string;
  readonly region: string;
}

/** What stands already in a region, as its module wants it. */
export function existingIn(existing: Existing, { home, region }: Place): Record<string, unknown> {
  return Object.fromEntries(
    regionalExisting.flatMap((key) => {
      const value: unknown = existing[key];
      const found = isMap(value) ? value[region] : region === home ? value : undefined;
      return found === undefined ? [] : [[key, found]];
    }),
  );
}

/** What stands already in the account itself. */
export function existingOnce(existing: Existing): Record<string, unknown> {
  const regional: readonly string[] = regionalExisting;
  return Object.fromEntries(Object.entries(existing).filter(([key]) => !regional.includes(key)));
}

/** Regions that the account has not. */
export function strayRegions(existing: Existing, regions: readonly string[]): DataProblem[] {
  return regionalExisting.flatMap((key) => {
    const value: unknown = existing[key];
    return isMap(value) ? Object.keys(value).flatMap((region) => stray(["existing", key, region], regions)) : [];
  });
}

/** A problem where a map by region names one that the account has not. */
export function stray(path: readonly (string | number)[], regions: readonly string[]): DataProblem[] {
  const region = String(path.at(-1));
  if (regions.includes(region)) return [];
  return [{ path, at: "key", value: region, wrong: "is none of the account's regions", fix: nameFix(region, regions) }];
}
