import { brokenRules, type Problem, type ProductionRule, suggestion } from "@groundplan/core/schema";
import type { Draft } from "./draft.js";
import { isMap } from "./parse.js";
import { sectionNames, sections } from "./sections.js";

/** What production's rules make of an environment. */
export interface Verdict {
  readonly problems: readonly Problem[];
  readonly acknowledged: readonly { readonly rule: string; readonly why: string }[];
  readonly notices: readonly string[];
}

interface Broken {
  readonly id: string;
  readonly path: Problem["path"];
  readonly message: string;
}

/** Broken rules are errors, but those that the file acknowledges with a reason. */
export function verdictOn(draft: Draft): Verdict {
  const { production } = draft.values;
  const acknowledge = acknowledgementsIn(draft);
  const broken = production === true ? brokenBy(draft) : [];
  const stated = new Set(acknowledge.map(({ rule }) => rule));
  const isBroken = (rule: string): boolean => broken.some(({ id }) => id === rule);
  return {
    problems: [...broken.filter(({ id }) => !stated.has(id)).map((rule) => unacknowledged(rule, draft)), ...wrongAcknowledgements(draft)],
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

function brokenBy({ modules }: Draft): Broken[] {
  return sectionNames.flatMap((section) => {
    const config = modules[section];
    if (config === undefined) return [];
    return brokenRules(rulesOf(section), config as never).map(({ id, path, message }) => ({ id, path: [section, ...path], message }));
  });
}

function unacknowledged({ id, path, message }: Broken, { modules }: Draft): Problem {
  const [wrong = message, ...fix] = message.split("; ");
  return {
    path,
    value: path.slice(1).reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], modules[path[0] as "keys"]),
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
    const meant = suggestion(rule, allRules());
    const fix = meant === undefined ? `known are ${allRules().join(", ")}` : `did you mean "${meant}"?`;
    return [{ path, value: rule, wrong: "is no production rule", fix }];
  });
}

function sectionNotices({ modules, values: { production } }: Draft): string[] {
  return sectionNames.flatMap((section) => {
    const config = modules[section];
    return config === undefined ? [] : sections[section].notices(config as never, { production: production === true });
  });
}

function rulesOf(section: (typeof sectionNames)[number]): readonly ProductionRule<never>[] {
  return sections[section].rules;
}

function allRules(): string[] {
  return sectionNames.flatMap((section) => rulesOf(section).map(({ id }) => id));
}
