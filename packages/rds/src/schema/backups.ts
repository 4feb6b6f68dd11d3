import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { decides } from "./fields.js";
import { backupWindow } from "./windows.js";

const retentionDays = () => z.int().min(7).max(35);

/** Automated backups, and the last one. */
export const backups = () =>
  z
    .strictObject({
      retentionDays: retentionDays().default(30).describe("Days that any point in time can be restored from."),
      window: backupWindow().default("01:00-02:00").describe("When the daily snapshot is taken, in UTC."),
      inSecondRegionDays: structural(z.union([retentionDays(), z.literal("off")]), decides)
        .default("off")
        .describe("Days for which automated backups are kept in `secondRegion`, too. Instances alone."),
      finalSnapshot: structural(z.boolean(), "Terraform wants it as a literal")
        .default(true)
        .describe("Take a snapshot before the database is destroyed, under a name that no other has."),
      keepAfterDestroy: z.boolean().default(true).describe("Keep automated backups for their days after the database is destroyed."),
    })
    .prefault({});

// https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
const lock = z.discriminatedUnion("mode", [
  z.strictObject({
    mode: z.literal("governance").describe("Who may change the lock may take it away."),
    minDays: z.int().min(1).max(36_500).default(1).describe("Days that a recovery point is kept at least."),
    maxDays: z.int().min(1).max(36_500).optional().describe("Days that it is kept at most. Default: without end."),
  }),
  z.strictObject({
    mode: z.literal("compliance").describe("Nobody can ever take it away, AWS neither; until its points expire, the vault is paid for."),
    minDays: z.int().min(1).max(36_500).describe("Days that a recovery point is kept at least."),
    maxDays: z.int().min(1).max(36_500).describe("Days that it is kept at most."),
    changeableForDays: z.int().min(3).max(36_500).describe("Days in which it can be thought over."),
    acknowledge: z.string().min(20).describe("Why what cannot be undone is wanted, in a sentence."),
  }),
]);

const backupPlan = z.strictObject({
  schedule: z
    .string()
    .regex(/^cron\(\S+( \S+){5}\)$/, 'is no schedule; give one such as "cron(0 5 * * ? *)"')
    .default("cron(0 5 * * ? *)")
    .describe("When a recovery point is made, in UTC."),
  keepDays: z.int().min(1).max(36_500).default(90).describe("Days for which it is kept."),
  lock: structural(z.union([lock, z.literal("off")]), decides)
    .prefault({ mode: "governance" })
    .describe("Holds whoever deletes a recovery point before its time."),
  copyDays: structural(z.union([z.int().min(1).max(36_500), z.literal("off")]), decides)
    .default("off")
    .describe("Days for which a copy is kept in `secondRegion`, in a vault of its own."),
});

export type VaultLock = z.output<typeof lock>;

export const backupPlanField = () => structural(z.union([backupPlan, z.literal("off")]), decides).default("off");

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html
const restore = z.union([
  z.strictObject({ snapshot: z.string().min(1).describe("A snapshot's identifier, or its ARN where it is shared.") }),
  z.strictObject({
    source: z.string().min(1).describe("The identifier of the instance or cluster that it is made from."),
    time: structural(
      z.union([z.iso.datetime("is no time; give one in UTC such as 2030-01-31T07:00:00Z"), z.literal("latest")]),
      "it decides how it is restored",
    ).describe("The moment, in UTC, or `latest`."),
  }),
]);

export type Restore = z.output<typeof restore>;

export const restoreField = () => structural(restore, decides);
