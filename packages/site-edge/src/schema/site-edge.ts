import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { cache } from "./cache.js";
import { cors } from "./cors.js";
import { headers } from "./headers.js";
import { domainName } from "./names.js";
import { fileName, filePath, redirectSource, redirectTarget } from "./paths.js";

const first = "the edge sends visitors to the first";

const redirect = z.strictObject({
  from: structural(redirectSource(), "the edge looks it up").describe("A path, or all beneath one: `/old/*`."),
  to: structural(redirectTarget(), "the edge leads there").describe(
    "A path or an address, `https://example.com/new/*`; `*` stands for what `from` left open. The query string goes along.",
  ),
  status: structural(z.literal([301, 302, 307, 308]), "the edge answers with it")
    .default(301)
    .describe("301 or 308 for good, 302 or 307 for now."),
});

/** What a site's edge does, each field for itself; `checks.ts` has what holds between them. */
export const siteEdgeData = z.strictObject({
  domainNames: structural(z.array(structural(domainName(), first)).max(100), first)
    .default([])
    .describe("Names under which visitors find the site, the one that it shows first; with none, CloudFront's own."),
  otherNames: structural(z.enum(["redirect", "serve"]), "it decides what the edge does")
    .default("redirect")
    .describe("Whether names beside the first, CloudFront's own too, lead to it or show the same."),
  routing: structural(z.enum(["spa", "directoryIndex", "none"]), "it decides what the edge does")
    .default("directoryIndex")
    .describe(
      "`directoryIndex`: `/docs/` is `/docs/index.html`, and `/docs` leads to `/docs/`. `spa`: paths without an extension are the app's. `none`: as they are.",
    ),
  indexDocument: structural(fileName(), "the edge adds it to paths")
    .default("index.html")
    .describe("The page of a folder, and of the site."),
  errorDocument: structural(filePath(), "CloudFront asks for it by its path")
    .default("404.html")
    .describe("The page that a visitor sees where there is none; not with `spa`, whose app shows its own."),
  redirects: structural(z.array(redirect).max(500), "the edge looks them up").default([]).describe("Paths that lead elsewhere."),
  basicAuth: structural(z.boolean(), "it decides what the edge does")
    .default(false)
    .describe(
      "Ask for a user and a password, for previews. They are set when all stands, and only their hash is kept; until then nobody gets in.",
    ),
  headers: headers.prefault({}).describe("What browsers are told beside the content, for safety."),
  cors: structural(cors.optional(), "it decides what the edge does").describe(
    "Whose pages may read the site's files, beside its own; left out, nobody's.",
  ),
  cache: cache.prefault({}).describe("For how long browsers and CloudFront keep what they have."),
});

export type SiteEdgeConfig = z.output<typeof siteEdgeData>;
export type Redirect = z.output<typeof redirect>;
