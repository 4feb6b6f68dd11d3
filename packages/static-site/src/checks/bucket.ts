import { type CrossProblem, isKnown } from "@groundplan/core/schema";
import type { StaticSiteConfig } from "../schema/site.js";

/** A version that is kept, and whose files are gone. */
export function keepProblems({ oldVersionsExpireAfterDays, keep }: StaticSiteConfig): CrossProblem[] {
  if (!isKnown(oldVersionsExpireAfterDays) || !isKnown(keep.days) || oldVersionsExpireAfterDays >= keep.days) return [];
  return [
    {
      path: ["oldVersionsExpireAfterDays"],
      value: oldVersionsExpireAfterDays,
      message: `is less than the ${keep.days} days of "keep.days", so that a rollback would find files missing; give at least ${keep.days}`,
    },
  ];
}
