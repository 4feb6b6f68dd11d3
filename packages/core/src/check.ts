import { Token } from "cdktf";
import type { Construct } from "constructs";
import { z } from "zod";
import { type Problem, problemsOf, problemText } from "./schema/problem.js";
import { whyStructural } from "./schema/structural.js";

/**
 * Checks a construct's plain data and fills in the defaults. Tokens pass, but in structural fields.
 *
 * @throws {PropsError} every problem at once, with the construct's path
 */
export function checkProps<S extends z.ZodType>(construct: Construct, schema: S, props: unknown): z.output<S> {
  letTokensThrough(schema);
  const result = schema.safeParse(props, { reportInput: true, jitless: true });
  if (!result.success) {
    throw new PropsError(
      construct.node.path,
      result.error.issues.flatMap((issue) => problemsOf(issue, schema)),
    );
  }
  return result.data;
}

/** Props that a construct cannot be made from. */
export class PropsError extends Error {
  override readonly name = "PropsError";

  constructor(
    constructPath: string,
    readonly problems: readonly Problem[],
  ) {
    super([`${constructPath}:`, ...problems.map(problemText)].join("\n  "));
  }
}

/**
 * Whether a value is not known at synth: a token, or Terraform's own interpolation written by hand.
 * Refinements over several fields skip such values: `when: ({ value }) => !isUnknown(value.cidr)`.
 */
export function isUnknown(value: unknown): boolean {
  return Token.isUnresolved(value) || (typeof value === "string" && value.includes("${"));
}

/** Schemas whose nodes let tokens through already. */
const prepared = new WeakSet<object>();

// zod has no hook for "any node, before its own checks", so each node's run is wrapped, once.
// A union with a token schema would widen every type and break the JSON Schema.
function letTokensThrough(node: z.core.$ZodType): void {
  if (prepared.has(node)) return;
  prepared.add(node);
  const run = node._zod.run;
  node._zod.run = (payload, context) => {
    if (!isUnknown(payload.value)) return run(payload, context);
    const because = whyStructural(node);
    if (because !== undefined) {
      // a token's text says nothing to a person
      const input = Token.isUnresolved(payload.value) ? undefined : payload.value;
      payload.issues.push({ code: "custom", message: `must be known at synth: ${because}; give the value itself`, input, inst: node });
    }
    return payload;
  };
  childrenOf(node).forEach(letTokensThrough);
}

function childrenOf(node: z.core.$ZodType): z.core.$ZodType[] {
  const def = node._zod.def as unknown as Record<string, unknown>;
  if (node instanceof z.core.$ZodLazy) return [node._zod.innerType];
  const single = ["innerType", "element", "valueType", "catchall", "rest", "in", "out", "left", "right"].map((key) => def[key]);
  const lists = ["options", "items", "shape"].flatMap((key) => Object.values(def[key] ?? {}));
  return [...single, ...lists].filter((child): child is z.core.$ZodType => typeof child === "object" && child !== null && "_zod" in child);
}
