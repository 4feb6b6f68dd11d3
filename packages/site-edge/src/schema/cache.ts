import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { pathPattern } from "./paths.js";

const because = "each becomes a rule of the distribution's";

/** For how long browsers and CloudFront keep what they have. */
export const cache = z.strictObject({
  immutable: structural(z.array(structural(pathPattern(), because)).max(20), because)
    .default(["/assets/*", "/_astro/*", "/_next/static/*", "/_nuxt/*", "/_app/immutable/*"])
    .describe("Paths whose files never change, since their names hold a hash of what is in them: `*` for any characters, `?` for one."),
  immutableSeconds: z.int().min(0).max(31_536_000).default(31_536_000).describe("Seconds for which those are kept."),
  html: z
    .union([z.literal("no-cache"), z.int().min(1).max(31_536_000)])
    .default("no-cache")
    .describe("Seconds for which pages are kept; `no-cache` asks each time whether there is a newer one."),
  otherSeconds: z
    .int()
    .min(0)
    .max(31_536_000)
    .default(3600)
    .describe("Seconds for which everything else is kept: images, feeds, the service worker."),
});

export type CacheConfig = z.output<typeof cache>;
