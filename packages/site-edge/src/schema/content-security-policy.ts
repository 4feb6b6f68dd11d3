import { nameFix } from "@groundplan/core/schema";
import { z } from "zod";
import { directives, quotedSources } from "./csp-directives.js";

const source = z
  .string()
  .regex(/^[\x21-\x2b\x2d-\x3a\x3c-\x7e]+$/, "is no source; give one without spaces, commas and semicolons: each in an entry of its own")
  .refine((text) => !quotedSources.includes(text.toLowerCase()), {
    error: ({ input }) => `is a host of that name; did you mean "'${String(input).toLowerCase()}'", in single quotes?`,
  });

const sources = z
  .array(source)
  .refine(
    (list) => !(list.includes("'none'") && list.length > 1),
    "has other sources beside 'none', which browsers then ignore; take 'none' out",
  );

const directive = z.string().refine((name) => directives.includes(name), {
  error: ({ input }) => `is no directive; ${nameFix(String(input), directives)}`,
});

/** Directives of one's own, beside or instead of the strict ones. */
export const contentSecurityPolicy = z.record(directive, z.union([sources, z.literal("off")]));
