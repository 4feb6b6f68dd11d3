import type { Evidence, Expected, Find } from "../../src/index.js";

/** What stands once an evidence's resource is taken out of the JSON. */
export function without(find: Find, taken: Evidence): Find {
  return (evidence) => (isSame(evidence, taken) ? undefined : find(evidence));
}

/** A property of an evidence, and what it may not be. */
export interface Spoilt {
  readonly evidence: Evidence;
  readonly path: string;
  readonly value: unknown;
}

/** All that a property may not be which has to be as an evidence says: nothing at all, and what is next to it. */
export function spoiltOf(evidence: Evidence): readonly Spoilt[] {
  return Object.entries(evidence.has).flatMap(([path, expected]) => wrong(expected).map((value) => ({ evidence, path, value })));
}

/** What stands once a property is another than it has to be. */
export function spoilt(find: Find, { evidence: changed, path, value }: Spoilt): Find {
  return (evidence) => {
    const body = find(evidence);
    return body !== undefined && isSame(evidence, changed) ? changedAt(body, path, value) : body;
  };
}

function isSame(one: Evidence, other: Evidence): boolean {
  return one.maker === other.maker && one.resourceType === other.resourceType && one.suffix === other.suffix;
}

function wrong(expected: Expected): readonly unknown[] {
  if (expected === "unset") return ["something"];
  if (expected === "set") return [undefined, null, ""];
  return [undefined, null, another(expected)];
}

function another(expected: Expected): unknown {
  if (typeof expected === "boolean") return !expected;
  if (typeof expected === "number") return expected + 1;
  if (typeof expected === "string") return `not-${expected}`;
  if ("atLeast" in expected) return expected.atLeast - 1;
  if ("atMost" in expected) return expected.atMost + 1;
  if ("length" in expected) return Array.from({ length: expected.length + 1 }, () => ({}));
  return "excludes" in expected ? expected.excludes : "something else";
}

function changedAt(body: object, path: string, value: unknown): Readonly<Record<string, unknown>> {
  const copy = structuredClone(body) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const parent = keys.reduce(
    (inner: unknown, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    copy,
  );
  if (typeof parent === "object" && parent !== null) Reflect.set(parent, last, value);
  return copy;
}
