import { threshold } from "@groundplan/alarms/config";
import { accountId, logRetentionDays, region, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { addressRange } from "./address-range.js";
import { managedRules } from "./managed-rules.js";

const ranges = () => structural(z.array(addressRange()).max(10_000), "IPv4 and IPv6 go into sets of their own").default([]);

/** Headers that hold credentials, whatever the application. */
export const credentialHeaders: readonly string[] = ["authorization", "cookie", "proxy-authorization", "x-amz-security-token", "x-api-key"];

const headerName = z
  .string()
  .regex(/^[a-z0-9!#$%&'*+.^_`|~-]{1,64}$/, "is no header; give its name in lower case, such as x-api-key")
  .refine((name) => !credentialHeaders.includes(name), "is never logged, anyway; take it out");

const logs = z.strictObject({
  retentionDays: logRetentionDays().default(90).describe("Days for which CloudWatch keeps them."),
  requests: structural(z.enum(["all", "blockedAndCounted"]), "it decides which filters there are")
    .default("blockedAndCounted")
    .describe("Which requests are logged. CloudWatch takes 0.57 USD a GB, and a busy site has many that pass."),
  redactedHeaders: structural(z.array(headerName).max(94), "each becomes a redacted field")
    .default([])
    .describe(
      `Further headers that hold credentials, in lower case; ${credentialHeaders.map((name) => `\`${name}\``).join(", ")} are never logged, anyway.`,
    ),
  redactQuery: structural(z.boolean(), "it decides which fields are redacted")
    .default(false)
    .describe("Whether the query string is left out too, where tokens are passed in it."),
});

/** A web ACL's data, each field for itself; `config.ts` adds what holds between them. */
export const webAclData = z.strictObject({
  name: slug(62).describe("Its name, and what the names of its sets, its metrics and its log group are made of: `shop-prod`."),
  accountId: accountId().describe("The account that it stands in."),
  region: region().describe("Its region: that of its load balancers; `us-east-1` with `scope: cloudfront`."),
  scope: structural(z.enum(["regional", "cloudfront"]), "it decides how it is made")
    .default("regional")
    .describe("What it stands before: load balancers and APIs of its region, or CloudFront."),
  mode: structural(z.enum(["block", "count"]), "it decides what all rules do")
    .default("block")
    .describe("`count` stops nobody: for a trial, in which logs and metrics show what would be blocked."),
  managedRules: managedRules
    .prefault({})
    .describe(
      'What happens to what AWS\'s rules find: `block`, `count`, `off`, or `{ count: ["SizeRestrictions_BODY"] }` to block but for these.',
    ),
  rateLimit: structural(z.union([z.int().min(10).max(2_000_000_000), z.literal("off")]), "it decides whether there is a rule")
    .default(2000)
    .describe("Requests of one address in five minutes, beyond which it is blocked until it falls beneath again."),
  allow: ranges().describe("Ranges that pass, whatever the rules after it say: monitoring, one's own scanners."),
  deny: ranges().describe("Ranges that are blocked, before all else."),
  capacity: structural(z.int().min(1).max(5000), "the rules' sum is checked against it")
    .default(1500)
    .describe("Capacity units that the rules may take. Beyond 1500 AWS asks more for each request."),
  logs: structural(z.union([z.literal("off"), logs]), "it decides which resources there are")
    .prefault({})
    .describe("Logs in CloudWatch, encrypted, without credentials; or `off`."),
  sampledRequests: z
    .boolean()
    .default(false)
    .describe(
      "Whether the console shows samples of requests for three hours: whole ones, credentials too. The logs show the same without.",
    ),
  alarms: z
    .strictObject({
      blockedRequests: threshold({ default: "off", describe: "Requests blocked within five minutes, from which on it is told." }),
    })
    .prefault({})
    .describe("Thresholds of its alarms: a number, `{ anomalyBand: 3 }`, or `off`."),
});

export type WebAclConfig = z.output<typeof webAclData>;
