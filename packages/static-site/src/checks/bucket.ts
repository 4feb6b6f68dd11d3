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

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html; the rest of it is short of 1 KB. */
const mostCharacters = 3072;

/** Publishers read the cache rules in the site's parameter, which has 4 KB. */
export function parameterProblems({ cache }: StaticSiteConfig): CrossProblem[] {
  if (JSON.stringify(cache).length <= mostCharacters) return [];
  const message = "is too long for the site's parameter, of which AWS takes 4 KB; give fewer patterns, or shorter ones";
  return [{ path: ["cache", "immutable"], value: undefined, message }];
}
