import { arn, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { existingAccountAudit, existingRegionAudit } from "../audit/schema.js";

const because = "an import block is made of it";

const analyzerName = () =>
  structural(z.string().regex(/^[A-Za-z][\w.-]{0,254}$/, "is no analyzer's name; give it as AWS lists it"), because);

const providers = (what: string) =>
  structural(z.record(slug(64), structural(arn("iam"), because)), because)
    .default({})
    .describe(what);

const existingRegionFields = {
  accessAnalyzer: analyzerName().optional().describe("The analyzer of access from outside; an account has one a region."),
  ...existingRegionAudit,
};

const existingAccountFields = {
  accountAlias: structural(z.string(), because).optional().describe("The account's alias, which `identity.alias` then is."),
  boundary: structural(z.boolean(), because)
    .default(false)
    .describe("Whether the policy of the boundary's name stands; it is given the baseline's statements."),
  unusedAccessAnalyzer: analyzerName().optional().describe("The analyzer of access that nobody uses."),
  samlProviders: providers("SAML providers' ARNs, by the names in `identity.samlProviders`."),
  oidcProviders: providers("OIDC providers' ARNs, by the names in `identity.oidcProviders`, and `github`."),
  users: structural(z.array(z.string()), because).default([]).describe("Those of `identity.users` that stand already."),
  groups: structural(z.array(slug()), because).default([]).describe("Those of `identity.groups` that stand already."),
  ...existingAccountAudit,
};

export const accountExisting = {
  existing: structural(z.strictObject({ ...existingAccountFields, ...existingRegionFields }), because)
    .prefault({})
    .describe("What stands already, by its identifiers: it is imported, and not made twice."),
};

export const regionExisting = {
  existing: structural(z.strictObject(existingRegionFields), because)
    .prefault({})
    .describe("What stands already in the region, by its identifiers: it is imported, and not made twice."),
};
