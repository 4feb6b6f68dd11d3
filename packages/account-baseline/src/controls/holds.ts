import type { Control, Evidence, Expected } from "./control.js";

/** Gives the body of the resource that an evidence speaks of, in Terraform's JSON, if there is one. */
export type Find = (evidence: Evidence) => Readonly<Record<string, unknown>> | undefined;

/** Whether all that meets a control stands, and is as it has to be; nothing meets one without evidence. */
export function controlHolds({ by }: Control, find: Find): boolean {
  return by.length > 0 && by.every((evidence) => evidenceStands(evidence, find(evidence)));
}

function evidenceStands({ has }: Evidence, body: ReturnType<Find>): boolean {
  return body !== undefined && Object.entries(has).every(([path, expected]) => fits(valueAt(body, path), expected));
}

function valueAt(body: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce((value: unknown, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined), body);
}

function fits(value: unknown, expected: Expected): boolean {
  const isSet = value !== undefined && value !== null && value !== "";
  if (expected === "set") return isSet;
  if (expected === "unset") return !isSet;
  if (typeof expected !== "object") return value === expected;
  if ("includes" in expected) return isSet && textOf(value).includes(expected.includes);
  if ("excludes" in expected) return isSet && !textOf(value).includes(expected.excludes);
  if ("length" in expected) return Array.isArray(value) && value.length === expected.length;
  return typeof value === "number" && ("atLeast" in expected ? value >= expected.atLeast : value <= expected.atMost);
}

/** A policy is a text already; what has parts is read as JSON. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
