import { type Problem, problemsOf } from "@groundplan/core/schema";
import { z } from "zod";

/** What a schema makes of data: the fields that are right, and what is wrong with the others. */
export interface Parsed<T> {
  readonly values: Partial<T>;
  readonly problems: readonly Problem[];
}

/** Parses a file's data; where one field is wrong, the others are still there to be checked together. */
export function parse<S extends z.ZodObject>(schema: S, data: unknown): Parsed<z.output<S>> {
  const result = schema.safeParse(data, { reportInput: true, jitless: true });
  if (result.success) return { values: result.data as Partial<z.output<S>>, problems: [] };
  return { values: rightFields(schema, data) as Partial<z.output<S>>, problems: problemsIn(result.error, schema) };
}

/** A zod error in our words. */
export function problemsIn(error: z.ZodError, schema: z.core.$ZodType): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, schema));
}

/** A map of entries, each of which is right or not by itself. */
export function rightEntries<S extends z.ZodType>(schema: S, data: unknown): Record<string, z.output<S>> {
  return Object.fromEntries(
    entriesOf(data).flatMap(([key, value]) => {
      const result = schema.safeParse(value, { jitless: true });
      return result.success ? [[key, result.data]] : [];
    }),
  );
}

function rightFields(schema: z.ZodObject, data: unknown): Record<string, unknown> {
  const given = Object.fromEntries(entriesOf(data));
  return Object.fromEntries(
    Object.entries(schema.shape).flatMap(([key, field]) => {
      const result = z.safeParse(field as z.ZodType, given[key], { jitless: true });
      return result.success && result.data !== undefined ? [[key, result.data]] : [];
    }),
  );
}

/** The entries of a map; of anything else, none. */
function entriesOf(data: unknown): [string, unknown][] {
  return isMap(data) ? Object.entries(data) : [];
}

/** Whether data is a map, and not a list or a single value. */
export function isMap(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
