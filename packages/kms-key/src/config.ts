import { accountId, type ProductionRule, region, structural } from "@groundplan/core/schema";
import { z } from "zod";

const purposes = ["alerts", "audit", "data", "logs", "secrets", "site", "state", "volumes"] as const;

/** A KMS key's data: the environment file's section, the props, their defaults, checks and documentation. */
export const schema = z.strictObject({
  purpose: structural(z.enum(purposes), "it decides which statements the key's policy has").describe(
    "What is encrypted; decides which AWS services may use the key.",
  ),
  alias: z
    .string()
    .regex(
      /^(?!alias\/|aws\/)[a-zA-Z0-9/_-]{1,250}$/,
      "is no alias; give 1 to 250 letters, digits, /, _ and -, without alias/ or aws/ before it",
    )
    .describe("The key's name, without `alias/`."),
  accountId: accountId().describe("The account that owns the key."),
  region: region().describe("The key's region, such as `eu-west-1`."),
  sharedWith: structural(z.array(accountId()), "each is named in the key's policy")
    .default([])
    .describe("Other accounts that use the key, by their own IAM, and their services; of purpose `audit`, their services alone."),
  multiRegion: z
    .boolean()
    .default(false)
    .describe("Whether replicas in other regions can be made of it: for what is copied there encrypted. Changing it makes another key."),
  rotationPeriodDays: z.int().min(90).max(2560).default(365).describe("Days between automatic rotations."),
  deletionWindowDays: z.int().min(7).max(30).default(30).describe("Days in which a scheduled deletion can be taken back."),
  protect: structural(z.boolean(), "Terraform wants it as a literal").default(true).describe("Refuse a plan that destroys the key."),
});

export type KmsKeyConfig = z.output<typeof schema>;

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { deletionWindowDays: 7, protect: false } satisfies Partial<KmsKeyConfig>;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<KmsKeyConfig>[] = [
  {
    id: "kms-key-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and a destroyed key takes its data with it; leave "protect" on',
  },
];
