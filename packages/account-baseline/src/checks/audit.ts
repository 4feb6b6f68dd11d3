import { type CrossProblem, nameFix } from "@groundplan/core/schema";
import type { ManagedRule } from "../audit/managed-rules.js";
import type { RegionBaselineConfig } from "../schema/baseline.js";

/** What is taken out of the baseline's rules is in them. */
export function ruleProblems({ audit }: Pick<RegionBaselineConfig, "audit">, own: Readonly<Record<string, ManagedRule>>): CrossProblem[] {
  const known = Object.keys(own);
  return audit.config.withoutRules.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          {
            path: ["audit", "config", "withoutRules", index],
            value: name,
            message: `is no rule of the baseline's; ${nameFix(name, known)}`,
          },
        ],
  );
}
