import { accountId, bucketName, type ProductionRule, region, structural } from "@groundplan/core/schema";
import { z } from "zod";

/** A state backend's data: the props, their defaults, checks and documentation. */
export const schema = z.strictObject({
  bucketName: bucketName().describe("The name of the bucket that holds the states, unique in all of AWS; the key's alias too."),
  tableName: z
    .string()
    .regex(/^[a-zA-Z0-9_.-]{3,255}$/, "is no table name; give 3 to 255 letters, digits, _, . and -")
    .describe("The name of the table that holds the locks."),
  accountId: accountId().describe("The account whose states it holds, and that owns it."),
  region: region().describe("The account's home region, such as `eu-west-1`."),
  oldVersionsExpireAfterDays: z.int().min(1).default(365).describe("Days for which an older version of a state can be brought back."),
  oldVersionsKept: z.int().min(1).max(100).default(100).describe("Older versions of each state that are kept even after that."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe("Refuse a plan that destroys bucket, table or key. Off, and applied, a destroy takes all states along."),
});

export type StateBackendConfig = z.output<typeof schema>;

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { oldVersionsExpireAfterDays: 30, oldVersionsKept: 10, protect: false } satisfies Partial<StateBackendConfig>;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<StateBackendConfig>[] = [
  {
    id: "state-backend-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and without its states nothing that stands can be changed or taken down; leave "protect" on',
  },
];
