import { nameFix, type Problem } from "@groundplan/core/schema";
import { z } from "zod";
import { isMap } from "./parse.js";
import type { BrokenRule } from "./problem.js";

/** Production rules that are broken on purpose. */
export const acknowledgements = z
  .array(
    z.strictObject({
      rule: z.string().describe("The id of the production rule that is broken."),
      why: z.string().min(10).describe("The reason, for the reviewer: it stands in the stack's JSON and in every plan's digest."),
    }),
  )
  .default([])
  .describe("Production rules that are broken on purpose, each with its reason.");

type Acknowledgement = z.output<typeof acknowledgements>[number];

/** What production's rules make of an environment, or of an account. */
export interface Verdict {
  readonly problems: readonly Problem[];
  readonly acknowledged: readonly Acknowledgement[];
  readonly notices: readonly string[];
}

/** What is to be judged. */
export interface Case {
  readonly broken: readonly BrokenRule[];
  readonly acknowledge: readonly Acknowledgement[];
  /** The ids of all rules that could be broken there. */
  readonly known: readonly string[];
  /** Whether it is production's; rules are production's alone. */
  readonly production: boolean;
}

/** Broken rules are errors, but those that are acknowledged with a reason. */
export function judge({ broken, acknowledge, known, production }: Case): Verdict {
  const stated = new Set(acknowledge.map(({ rule }) => rule));
  const isBroken = (rule: string): boolean => broken.some(({ id }) => id === rule);
  const idle = acknowledge.filter(({ rule }) => known.includes(rule) && !isBroken(rule));
  return {
    problems: [...broken.filter(({ id }) => !stated.has(id)).map(unacknowledged), ...wrongAcknowledgements(acknowledge, known)],
    acknowledged: acknowledge.filter(({ rule }) => isBroken(rule)),
    notices: idle.map(
      ({ rule }) => `"${rule}" is acknowledged, and not broken${production ? "" : ": rules are production's alone"}; take it out`,
    ),
  };
}

/** A module's broken rule, at its place in the file. */
export function brokenAt(at: BrokenRule["path"], { id, path, message }: Omit<BrokenRule, "value">, config: unknown): BrokenRule {
  const value = path.reduce<unknown>((data, key) => (isMap(data) ? data[key] : undefined), config);
  return { id, path: [...at, ...path], message, value };
}

function unacknowledged({ id, path, message, value }: BrokenRule): Problem {
  const [wrong = message, ...fix] = message.split("; ");
  return { path, value, wrong, fix: `${fix.join("; ")}, or acknowledge "${id}" with a reason` };
}

function wrongAcknowledgements(acknowledge: readonly Acknowledgement[], known: readonly string[]): Problem[] {
  return acknowledge.flatMap(({ rule }, index) => {
    const path = ["acknowledge", index, "rule"];
    if (rule !== "" && acknowledge.findIndex((one) => one.rule === rule) < index)
      return [{ path, value: rule, wrong: "is acknowledged above already", fix: "keep one" }];
    if (rule === "" || known.includes(rule)) return [];
    return [{ path, value: rule, wrong: "is no production rule", fix: nameFix(rule, known) }];
  });
}
