import { brokenRules } from "@groundplan/core/schema";
import { brokenAt, judge, type Verdict } from "./acknowledgement.js";
import type { Draft } from "./draft.js";
import { isMap } from "./parse.js";
import type { BrokenRule } from "./problem.js";
import { sectionNames, sectionOf } from "./sections.js";
import { foreignImages } from "./services.js";

/**
 * What production's rules make of an environment.
 *
 * @param accountIds of all accounts of the estate
 */
export function verdictOn(draft: Draft, accountIds: readonly string[]): Verdict {
  const production = draft.values.production === true;
  const broken = production ? [...brokenBy(draft), ...foreignImages(draft, accountIds)] : [];
  // one whose own "production" is wrong is told of that alone
  const verdict = judge({
    broken,
    acknowledge: acknowledgementsIn(draft),
    known: allRules(),
    production: draft.values.production !== false,
  });
  return { ...verdict, notices: [...verdict.notices, ...sectionNotices(draft)] };
}

function brokenBy({ modules }: Draft): BrokenRule[] {
  return modules.flatMap(({ section, path: at, config }) =>
    brokenRules(sectionOf(section).rules, config as never).map((broken) => brokenAt(at, broken, config)),
  );
}

/** Those that are right so far: one without a reason is told of by the schema. */
function acknowledgementsIn({ values: { acknowledge }, data }: Draft): Verdict["acknowledged"] {
  if (acknowledge !== undefined) return acknowledge;
  const given = isMap(data) ? data["acknowledge"] : undefined;
  return Array.isArray(given) ? given.map((one) => ({ rule: isMap(one) ? String(one["rule"]) : "", why: "" })) : [];
}

function sectionNotices({ modules, values: { production } }: Draft): string[] {
  return modules.flatMap(({ section, config }) => sectionOf(section).notices(config as never, { production: production === true }));
}

function allRules(): string[] {
  return sectionNames.flatMap((section) => sectionOf(section).rules.map(({ id }) => id));
}
