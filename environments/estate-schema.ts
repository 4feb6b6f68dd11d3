import { accountId, region, slug, tags } from "@groundplan/core/schema";
import { z } from "zod";
import { acknowledgements } from "./acknowledgement.js";
import { baselineSchema } from "./baseline/baseline-schema.js";

/** What an account is for; it decides what may stand there. */
export const accountKinds = ["management", "security", "shared", "workload"] as const;

export const accountSchema = z.strictObject({
  id: accountId().describe("The account's 12 digits, quoted: they may begin with a zero."),
  kind: z.enum(accountKinds).describe("What the account is for. Environments stand in shared and workload accounts."),
  region: region().describe("The home region: the state's bucket, table and key are here, and what is global is made from here."),
  regions: z.array(region()).default([]).describe("Further regions that environments may stand in; the baseline stands in each of them."),
  emulatorOnly: z.boolean().default(false).describe("Only the emulator plays this account: real credentials are refused."),
  baseline: baselineSchema
    .optional()
    .describe("What the account has from its first day, by stacks of its own: identity, audit, defaults, money. Default: someone else's."),
  acknowledge: acknowledgements,
});

/** What all environments share. */
export const estateSchema = z.strictObject({
  project: slug().describe("The estate's name: the first part of AWS names, and a tag."),
  tags: tags().default({}).describe("Tags of every resource, beside Project, Environment, Stack, Repository and ManagedBy."),
  rootDomain: z
    .string()
    .regex(
      /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
      'is no domain; give one in lower case, such as "shop.example.com"',
    )
    .describe("The domain under which environments have theirs."),
  repository: z
    .string()
    .regex(/^[a-z0-9.-]+\.[a-z]+(\/[\w.-]+)+$/, 'is no repository; give host and path, such as "github.com/example/shop"')
    .describe("The source repository whose pipelines the accounts trust."),
  permissionsBoundary: z
    .string()
    .regex(/^([\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/, 'is no name of a policy; give one without ARN, such as "boundary" or "estate/boundary"')
    .optional()
    .describe("The managed policy, of this name in each account, that bounds every role and user; an account's baseline makes it."),
  logArchive: slug(30)
    .optional()
    .describe("The account whose archive takes the logs of all accounts: the security account. Default: each account keeps its own."),
  keepFormerLogs: z
    .boolean()
    .default(false)
    .describe(
      "With `logArchive`: what environments logged to buckets and log groups of their own before stays. Take it out once all has expired.",
    ),
  accounts: z
    .record(slug(30), accountSchema)
    .refine((accounts) => Object.keys(accounts).length > 0, "has no entry; give at least one account")
    .describe("The AWS accounts, by name."),
});

export type EstateConfig = z.output<typeof estateSchema>;

/** An AWS account of the estate. */
export interface AccountConfig extends z.output<typeof accountSchema> {
  readonly name: string;
}
