import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { branchesAt, keysAt } from "./known-keys.js";

/** What is wrong with a value, and what to give instead. */
export interface Problem {
  /** Where: the keys from the schema's root. */
  readonly path: readonly (string | number)[];
  /** What was given; `undefined` where nothing was. */
  readonly value: unknown;
  /** What is wrong: `is too small`. */
  readonly wrong: string;
  /** What to do: `give at least 90`. */
  readonly fix: string;
}

/** A problem as one line: the property, the value given, what is wrong, what to do. */
export function problemText({ path, value, wrong, fix }: Problem): string {
  const given = value === undefined ? "" : ` ${JSON.stringify(value)}`;
  return `"${path.join(".")}"${given} ${wrong}${fix === "" ? "" : `; ${fix}`}`;
}

/**
 * The problems of a zod issue, in a person's words. Needs `reportInput: true`.
 *
 * A message of a schema's own reads `what is wrong; what to do`, as in `.regex(…, "is no account id; give its 12 digits, quoted")`.
 */
export function problemsOf(issue: z.core.$ZodIssue, schema?: z.core.$ZodType): Problem[] {
  const path = issue.path.map((key) => (typeof key === "number" ? key : String(key)));
  const problem = (wrong: string, fix: string): Problem[] => [{ path, value: issue.input, wrong, fix }];
  switch (issue.code) {
    case "too_small":
      return problem(
        `is too ${issue.origin === "number" || issue.origin === "int" ? "small" : "short"}`,
        `give at least ${size(issue.minimum, issue.origin)}`,
      );
    case "too_big":
      return problem(
        `is too ${issue.origin === "number" || issue.origin === "int" ? "big" : "long"}`,
        `give at most ${size(issue.maximum, issue.origin)}`,
      );
    case "invalid_value":
      return [notOneOf(path, issue.input, issue.values)];
    case "invalid_type":
      return issue.input === undefined
        ? problem("is missing", `give ${aType(issue.expected)}`)
        : problem(`is not ${aType(issue.expected)}`, `give ${aType(issue.expected)}`);
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, { path, value: issue.input, schema }));
    case "invalid_key":
      return issue.issues.flatMap((inner) => problemsOf({ ...inner, path: issue.path }));
    case "invalid_union":
      return issue.errors.length === 0 ? [ofDiscriminator(path, issue)] : ofUnion(path, issue, schema);
    case "not_multiple_of":
      return problem(`is no multiple of ${issue.divisor}`, `give one, such as ${issue.divisor}`);
    case "invalid_format":
      return [ofFormat(path, issue)];
    default:
      return [ofMessage(path, issue.input, issue.message)];
  }
}

/** The one of the allowed words that was most likely meant, if any is near. */
export function suggestion(word: string, allowed: readonly string[]): string | undefined {
  if (allowed.length === 0) return undefined;
  const nearest = closest(word, [...allowed]);
  const steps = distance(word.toLowerCase(), nearest.toLowerCase());
  // one step makes any letter of any other
  const isNear = steps <= Math.max(1, Math.floor(nearest.length / 3)) && steps < Math.min(word.length, nearest.length);
  return isNear ? nearest : undefined;
}

/** What to do about a name that is none of those known: take the nearest, or one of them all. */
export function nameFix(given: string, known: readonly string[]): string {
  const meant = suggestion(given, known);
  return meant === undefined ? `known are ${known.join(", ")}` : `did you mean "${meant}"?`;
}

function notOneOf(path: Problem["path"], value: unknown, values: readonly unknown[]): Problem {
  const allowed = values.map((one) => JSON.stringify(one)).join(", ");
  const meant = typeof value === "string" ? suggestion(value, values.map(String)) : undefined;
  if (value === undefined) return { path, value, wrong: "is missing", fix: `give ${values.length > 1 ? "one of " : ""}${allowed}` };
  return {
    path,
    value,
    wrong: `is not one of ${allowed}`,
    fix: meant === undefined ? "give one of them" : `did you mean ${JSON.stringify(meant)}?`,
  };
}

/** Where a key stands that nobody asked for. */
interface Stranger {
  readonly path: Problem["path"];
  /** What it is a key of. */
  readonly value: unknown;
  readonly schema: z.core.$ZodType | undefined;
}

function unknownKey(key: string, { path, value, schema }: Stranger): Problem {
  const { discriminator = "", branches = [] } = (schema === undefined ? undefined : branchesAt(schema, path)) ?? {};
  const words = branches.filter(({ keys }) => keys.includes(key)).flatMap((branch) => branch.words.map((word) => JSON.stringify(word)));
  const at = { path: [...path, key], value: undefined };
  if (words.length > 0) return { ...at, wrong: `goes with "${discriminator}" ${words.join(" or ")} alone`, fix: "take it out" };
  const chosen = branches.find((branch) => branch.words.includes(wordIn(value, discriminator)));
  const known = chosen?.keys ?? (schema === undefined ? [] : keysAt(schema, path));
  return { ...at, wrong: "is no known property", fix: known.length === 0 ? "take it out" : nameFix(key, known) };
}

function wordIn(value: unknown, discriminator: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, discriminator) : undefined;
}

// Where every branch fails, the one that came furthest tells most.
function ofUnion(path: Problem["path"], issue: z.core.$ZodIssueInvalidUnion, schema?: z.core.$ZodType): Problem[] {
  const branches = issue.errors.flat();
  const [furthest, ...others] = branches.filter(
    (inner) => inner.path.length > 0 || ["custom", "invalid_format", "unrecognized_keys"].includes(inner.code),
  );
  if (furthest !== undefined && others.length === 0) {
    return problemsOf({ ...furthest, path: [...issue.path, ...furthest.path] }, schema).map((problem) => ({
      ...problem,
      value: problem.value ?? (furthest.path.length === 0 && furthest.code !== "unrecognized_keys" ? issue.input : undefined),
    }));
  }
  const ways = [...new Set(branches.map(wanted))].filter((way) => way !== "").join(" or ");
  if (issue.input === undefined) return [{ path, value: undefined, wrong: "is missing", fix: `give ${ways}` }];
  return [{ path, value: issue.input, wrong: "is none of what is allowed", fix: `give ${ways}` }];
}

/** The property that tells the branches apart is none of theirs. zod reports the whole object as its value. */
function ofDiscriminator(path: Problem["path"], issue: z.core.$ZodIssueInvalidUnion): Problem {
  const { input } = issue;
  const key = path.at(-1);
  const value: unknown = typeof input === "object" && input !== null && key !== undefined ? Reflect.get(input, key) : undefined;
  return notOneOf(path, value, "options" in issue ? (issue.options ?? []) : []);
}

function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_value":
      return issue.values.map((value) => JSON.stringify(value)).join(", ");
    case "invalid_type":
      return aType(issue.expected);
    default:
      return problemsOf(issue)[0]?.fix.replace(/^give /, "") ?? "";
  }
}

function ofMessage(path: Problem["path"], value: unknown, message: string): Problem {
  const [wrong = message, ...fix] = message.split("; ");
  return { path, value, wrong, fix: fix.join("; ") };
}

/** Formats that zod knows by name, in words and by an example. */
const formats: Readonly<Record<string, readonly [name: string, example: string]>> = {
  cidrv4: ["IPv4 range", "10.0.0.0/16"],
  cidrv6: ["IPv6 range", "2001:db8::/56"],
  ipv4: ["IPv4 address", "10.0.0.1"],
  ipv6: ["IPv6 address", "2001:db8::1"],
  email: ["email address", "ops@example.com"],
  url: ["URL", "https://example.com/path"],
};

/** A format's own message, unless it is the one that zod gives where the schema has none. */
function ofFormat(path: Problem["path"], issue: z.core.$ZodIssueInvalidStringFormat): Problem {
  const [name, example] = formats[issue.format] ?? [];
  if (!issue.message.startsWith("Invalid ") || name === undefined) return ofMessage(path, issue.input, issue.message);
  return { path, value: issue.input, wrong: `is no ${name}`, fix: `give one such as ${example}` };
}

function size(limit: number | bigint, origin: string): string {
  const things: Record<string, string> = { string: "character", array: "item", set: "item", map: "entry" };
  const thing = things[origin];
  return thing === undefined ? `${limit}` : `${limit} ${thing}${Number(limit) === 1 ? "" : "s"}`;
}

function aType(expected: string): string {
  const words: Record<string, string> = {
    int: "a whole number",
    array: "a list",
    object: "a map of properties",
    record: "a map",
    boolean: "true or false",
  };
  return words[expected] ?? `a ${expected}`;
}
