import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { headerName, origin } from "./names.js";

const because = "the edge answers preflights with it";

/** Who else's pages may read the site's files. */
export const cors = z.strictObject({
  origins: structural(z.array(structural(origin(), because)).min(1).max(50), because).describe(
    "Whose pages: `https://app.example.com`, `https://*.example.com`, or `*` for everybody's.",
  ),
  methods: structural(z.array(z.enum(["GET", "HEAD", "OPTIONS"])).min(1), because)
    .default(["GET", "HEAD"])
    .describe("What they may ask."),
  headers: structural(z.array(headerName()), because)
    .default([])
    .describe("Headers that they may send, in lower case, beyond those that every page may; `*` for all."),
  maxAgeSeconds: structural(z.int().min(0).max(86_400), because)
    .default(600)
    .describe("Seconds for which browsers remember the permission."),
  credentials: structural(z.boolean(), because).default(false).describe("Whether cookies and passwords may come along; not with `*`."),
});

export type CorsConfig = z.output<typeof cors>;
