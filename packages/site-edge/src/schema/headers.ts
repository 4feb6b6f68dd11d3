import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { contentSecurityPolicy } from "./content-security-policy.js";
import { headerName } from "./names.js";
import { permissionsPolicy } from "./permissions-policy.js";

/** Headers that have a property of their own, but for one that the content security policy took the place of. */
const elsewhere =
  /^(strict-transport-security|content-security-policy|x-frame-options|x-content-type-options|x-xss-protection|referrer-policy|permissions-policy|cache-control|access-control-.*)$/;

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions-all.html#function-restrictions-headers
const refused =
  /^(connection|content-encoding|content-length|expect|host|keep-alive|proxy-(authenticate|authorization|connection)|trailer|transfer-encoding|upgrade|via|warning|x-accel-.+|x-amz-cf-.+|x-amzn-.+|x-cache|x-edge-.+|x-forwarded-proto|x-real-ip)$/;

const customName = headerName()
  .refine((name) => !elsewhere.test(name), "is set by a property of its own, if at all; take it out")
  .refine((name) => !refused.test(name), "is CloudFront's own to set; take it out");

const customValue = z.string().regex(/^[\x20-\x7e]{1,1024}$/, "is no header's value; give 1 to 1024 ASCII characters in one line");

const hsts = z.strictObject({
  maxAgeDays: structural(z.int().min(1).max(3650), "the edge puts it into its own answers")
    .default(730)
    .describe("Days for which browsers ask by HTTPS alone."),
  includeSubdomains: structural(z.boolean(), "the edge puts it into its own answers")
    .default(true)
    .describe("Whether that goes for all names beneath the site's too."),
  preload: structural(z.boolean(), "the edge puts it into its own answers")
    .default(false)
    .describe("Consent to browsers' built-in lists, which takes months to undo."),
});

const referrerPolicies = [
  "no-referrer",
  "no-referrer-when-downgrade",
  "origin",
  "origin-when-cross-origin",
  "same-origin",
  "strict-origin",
  "strict-origin-when-cross-origin",
  "unsafe-url",
] as const;

/** What browsers are told beside the content. `x-content-type-options: nosniff` always is. */
export const headers = z.strictObject({
  hsts: structural(z.union([z.literal("off"), hsts]), "it decides what the edge answers")
    .prefault({})
    .describe("HTTPS alone, remembered by browsers; or `off`."),
  contentSecurityPolicy: structural(z.union([z.literal("off"), contentSecurityPolicy]), "it decides which headers there are")
    .prefault({})
    .describe(
      "Directives with their sources, `script-src: [\"'self'\", https://cdn.example.com]`, which take the place of the strict ones of that name; one set to `off` is left out. `off` for no policy at all.",
    ),
  frameOptions: structural(z.enum(["DENY", "SAMEORIGIN", "off"]), "it decides which headers there are")
    .default("DENY")
    .describe("Who may show the site in a frame: nobody, the site itself, or everybody; `frame-ancestors` follows it."),
  referrerPolicy: z
    .enum(referrerPolicies)
    .default("strict-origin-when-cross-origin")
    .describe("What other sites learn of where a visitor comes from."),
  permissionsPolicy: structural(z.union([z.literal("off"), permissionsPolicy]), "it decides which headers there are")
    .prefault({})
    .describe(
      "Browser features and who may use them, `geolocation: [self]`, beside those that nobody may, such as camera and microphone; or `off`.",
    ),
  custom: structural(z.record(customName, customValue), "each becomes a header")
    // ten in all, of which the permissions policy is one
    .refine((all) => Object.keys(all).length <= 9, "has more than 9 headers, beyond which AWS takes none; take some out")
    .default({})
    .describe("Further headers, by their names in lower case."),
});
