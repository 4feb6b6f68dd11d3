import type { Evidence, Expected, Find } from "../../src/index.js";

/** What stands once an evidence's resource is taken out of the JSON. */
export function without(find: Find, taken: Evidence): Find {
  return (evidence) => (isSame(evidence, taken) ? undefined : find(evidence));
}

/** What stands once a property of it is another than it has to be. */
export function spoilt(find: Find, changed: Evidence, path: string): Find {
  return (evidence) => {
    const body = find(evidence);
    return body !== undefined && isSame(evidence, changed) ? changedAt(body, path, wrong(evidence.has[path])) : body;
  };
}

function isSame(one: Evidence, other: Evidence): boolean {
  return one.maker === other.maker && one.resourceType === other.resourceType && one.suffix === other.suffix;
}

/** What nothing may be that has to be as expected: mostly nothing at all. */
function wrong(expected: Expected | undefined): unknown {
  if (expected === "unset") return "something";
  return typeof expected === "object" && "excludes" in expected ? expected.excludes : undefined;
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
