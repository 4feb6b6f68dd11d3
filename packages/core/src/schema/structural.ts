import { z } from "zod";

/** Why a field must be known at synth. A zod registry follows a schema's clones (`.describe`, `.min`). */
const reasons = z.registry<{ because: string }>();

/**
 * Marks a field that must be known at synth, because code computes with it.
 *
 * @example cidr: structural(z.cidrv4(), "the subnets are cut from it")
 */
export function structural<S extends z.ZodType>(schema: S, because: string): S {
  const marked = schema.clone() as S;
  reasons.add(marked, { because } as never);
  return marked;
}

/** The reason that a node, or one that it wraps, must be known at synth. */
export function whyStructural(node: z.core.$ZodType): string | undefined {
  const {
    innerType,
    in: input,
    options,
  } = node._zod.def as { innerType?: z.core.$ZodType; in?: z.core.$ZodType; options?: z.core.$ZodType[] };
  const inner = [innerType, input, ...(options ?? [])].filter((child) => child !== undefined);
  return reasons.get(node as z.ZodType)?.because ?? inner.map(whyStructural).find((because) => because !== undefined);
}
