import type { z } from "zod";

/** The keys that a schema knows at a path, for "did you mean". */
export function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): string[] {
  const {
    shape,
    innerType,
    element,
    valueType,
    in: input,
    options,
  } = schema._zod.def as {
    shape?: Record<string, z.core.$ZodType>;
    innerType?: z.core.$ZodType;
    element?: z.core.$ZodType;
    valueType?: z.core.$ZodType;
    in?: z.core.$ZodType;
    options?: z.core.$ZodType[];
  };
  const wrapped = innerType ?? input;
  if (wrapped !== undefined) return keysAt(wrapped, path);
  if (options !== undefined) return [...new Set(options.flatMap((option) => keysAt(option, path)))];
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(shape ?? {});
  const child = shape?.[key] ?? element ?? valueType;
  return child === undefined ? [] : keysAt(child, rest);
}
