import { z } from "zod";
import { isMap } from "../parse.js";

/** What of data has a place in a schema's fields: maps within maps, all else as it is. */
export function fitting(shape: Readonly<Record<string, z.ZodType>>, data: unknown): unknown {
  if (!isMap(data)) return data;
  const known = Object.entries(shape).filter(([key]) => key in data);
  return Object.fromEntries(
    known.map(([key, field]) => {
      const inner = unwrapped(field);
      return [key, inner instanceof z.ZodObject ? fitting(inner.shape, data[key]) : data[key]];
    }),
  );
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)
    return unwrapped(schema.unwrap());
  return schema;
}
