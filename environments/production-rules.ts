import { brokenRules, nameFix, type Problem } from "@groundplan/core/schema";
import type { Draft } from "./draft.js";
import { isMap } from "./parse.js";
import type { BrokenRule } from "./problem.js";
import { sectionNames, sectionOf } from "./sections.js";
import { foreignImages } from "./services.js";

/** What production's rules make of an environment. */
export interface Verdict {
  readonly problems: readonly Problem[];
  readonly acknowledged: readonly { readonly rule: string; readonly why: string }[];
  readonly notices: readonly string[];
}

/**
 * Broken rules are errors, but those that the file acknowledges with a reason.
 *
 * @param accountIds of all accounts of the estate
 */
export function verdictOn(draft: Draft, accountIds: readonly string[]): Verdict {
  const { production } = draft.values;
  const acknowledge = acknowledgementsIn(draft);
  const broken = production === true ? [...brokenBy(draft), ...foreignImages(draft, accountIds)] : [];
  const stated = new Set(acknowledge.map(({ rule }) => rule));
  const isBroken = (rule: string): boolean => broken.some(({ id }) => id === rule);
  return {
    problems: [...broken.filter(({ id }) => !stated.has(id)).map(unacknowledged), ...wrongAcknowledgements(draft)],
    acknowledged: acknowledge.filter(({ rule }) => isBroken(rule)),
    notices: [
      ...acknowledge
        .filter(({ rule }) => allRules().includes(rule) && !isBroken(rule))
        .map(
          ({ rule }) =>
            `"${rule}" is acknowledged, and not broken${production === false ? ": rules are production's alone" : ""}; take it out`,
        ),
      ...sectionNotices(draft),
    ],
  };
}

function brokenBy({ modules }: Draft): BrokenRule[] {
  return modules.flatMap(({ section, path: at, config }) =>
    brokenRules(sectionOf(section).rules, config as never).map(({ id, path, message }) => ({
      id,
      path: [...at, ...path],
      message,
      value: path.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), config),
    })),
  );
}

function unacknowledged({ id, path, message, value }: BrokenRule): Problem {
  const [wrong = message, ...fix] = message.split("; ");
  return {
    path,
    value,
    wrong,
    fix: `${fix.join("; ")}, or acknowledge "${id}" with a reason`,
  };
}

/** Those that are right so far: one without a reason is told of by the schema. */
function acknowledgementsIn({ values: { acknowledge }, data }: Draft): readonly { readonly rule: string; readonly why: string }[] {
  if (acknowledge !== undefined) return acknowledge;
  const given = isMap(data) ? data["acknowledge"] : undefined;
  return Array.isArray(given) ? given.map((one) => ({ rule: isMap(one) ? String(one["rule"]) : "", why: "" })) : [];
}

function wrongAcknowledgements(draft: Draft): Problem[] {
  const acknowledge = acknowledgementsIn(draft);
  return acknowledge.flatMap(({ rule }, index) => {
    const path = ["acknowledge", index, "rule"];
    if (rule !== "" && acknowledge.findIndex((one) => one.rule === rule) < index)
      return [{ path, value: rule, wrong: "is acknowledged above already", fix: "keep one" }];
    if (rule === "" || allRules().includes(rule)) return [];
    return [{ path, value: rule, wrong: "is no production rule", fix: nameFix(rule, allRules()) }];
  });
}

function sectionNotices({ modules, values: { production } }: Draft): string[] {
  return modules.flatMap(({ section, config }) => sectionOf(section).notices(config as never, { production: production === true }));
}

function allRules(): string[] {
  return sectionNames.flatMap((section) => sectionOf(section).rules.map(({ id }) => id));
}
