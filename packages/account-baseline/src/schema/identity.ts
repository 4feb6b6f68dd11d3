import { arn, region, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { federationFields } from "./federation.js";
import { peopleFields } from "./people.js";
import { roles } from "./roles.js";

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html
const passwordPolicy = z
  .strictObject({
    minimumLength: z.int().min(6).max(128).default(14).describe("Characters that a password has at least."),
    maxPasswordAgeDays: z.int().min(1).max(1095).default(90).describe("Days after which a password has to be changed."),
    rememberedPasswords: z.int().min(1).max(24).default(24).describe("Earlier passwords that cannot be taken again."),
  })
  .prefault({})
  .describe("What users' passwords must be; upper and lower case, digits and symbols are always asked for.");

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html
const alias = z
  .string()
  .regex(/^(?!\d{12}$)[a-z0-9](-?[a-z0-9]){2,62}$/, "is no account alias; give 3 to 63 lower-case letters, digits and single hyphens");

const boundary = z
  .strictObject({
    policyName: z
      .string()
      .regex(/^([\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/, 'is no name of a policy; give one without ARN, such as "boundary" or "estate/boundary"')
      .default("boundary")
      .describe("The managed policy's name, with its path: the estate's `permissionsBoundary`."),
    guardians: structural(z.array(arn("iam")), "each is named in the policy")
      .default([])
      .describe("Roles, by ARN, that may change what the policy guards, beside `admin`; `*` stands for any characters."),
    allowedRegions: structural(z.array(region()), "each is named in the policy")
      .default([])
      .describe("Regions in which anything may be done, beside what AWS has in one place for all. Default: every one."),
  })
  .prefault({})
  .describe("The permissions boundary that every role carries.");

export const identityFields = {
  identity: structural(
    z.strictObject({
      alias: structural(alias, "it decides whether there is one")
        .optional()
        .describe("The account's name in the sign-in URL, unique in all of AWS."),
      passwordPolicy,
      roles,
      sourceIdentity: structural(z.enum(["optional", "required"]), "the roles' trust says so")
        .default("optional")
        .describe(
          "Whether who assumes a role must name themselves as the session's source identity; the console cannot. Nobody can give another's name.",
        ),
      boundary,
      ...federationFields,
      ...peopleFields,
      unusedAccess: structural(
        z.strictObject({
          afterDays: z.int().min(1).max(365).default(90).describe("Days after which a role, a key or a permission counts as unused."),
        }),
        "it decides whether there is an analyzer",
      )
        .optional()
        .describe("Look for access that nobody uses, at 0.20 USD a month for each role and user. Default: no."),
    }),
    "it decides which resources there are",
  )
    .prefault({})
    .describe("Who comes in, and what they may at most."),
};
