import { structural } from "@groundplan/core/schema";
import { pathPattern } from "@groundplan/site-edge/config";
import { z } from "zod";

const notAll = pathPattern().refine(
  (pattern) => pattern !== "/*",
  'is every path, which would leave nothing to the site; give one such as "/api/*"',
);

const domainName = z
  .string()
  .regex(
    /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    'is no domain; give one such as "api.shop.example.com"',
  );

const origin = z.strictObject({
  domainName: domainName.describe(
    "Where it is asked, by HTTPS alone. A load balancer's or API's own name; its certificate has to be of that name.",
  ),
  paths: structural(z.array(notAll).min(1).max(25), "each becomes a behaviour of the distribution")
    .default(["/api/*"])
    .describe("Path patterns that it answers, before the site does."),
  methods: structural(z.enum(["read", "all"]), "it decides which methods are listed")
    .default("all")
    .describe("`read` lets GET, HEAD and OPTIONS through, `all` the others too."),
  cache: structural(z.enum(["off", "origin"]), "it decides which policies there are")
    .default("off")
    .describe(
      "`off`: all headers but `Host`, cookies and the query string reach it, and nothing is kept. `origin`: what its `Cache-Control` allows is kept, by path and query string, and nothing else of the request reaches it.",
    ),
  path: z
    .string()
    .regex(/^(\/[A-Za-z0-9_.~$&'()*+,;=:@-]+)*$/, 'is no path; give one such as "/v1", without a slash at its end')
    .max(255)
    .default("")
    .describe("What is put before the path when it is asked, such as a stage: `/prod`."),
  readTimeoutSeconds: z.int().min(1).max(60).default(30).describe("Seconds to wait for its answer."),
});

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
/** What answers some paths in the site's place. */
export const origins = () =>
  structural(
    z
      .record(
        z
          .string()
          .regex(/^[a-z](-?[a-z0-9])*$/, "is no name; give lower-case letters, digits and single hyphens, a letter first")
          .max(30),
        origin,
      )
      .refine((given) => !Object.hasOwn(given, "site"), 'has "site", which is what the bucket is called; give another name'),
    "each is an origin of the distribution",
  ).default({});

export type Origin = z.output<typeof origin>;
