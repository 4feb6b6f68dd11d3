import { accountId, structural } from "@groundplan/core/schema";
import { z } from "zod";

// S3 keeps logs for people in hot storage; Athena reads all classes here but the last two
const transition = z.strictObject({
  afterDays: z.int().min(0).describe("Days after an object was written."),
  storageClass: z.enum(["STANDARD_IA", "INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"]).describe("Where it goes."),
});

const objectLock = z.strictObject({
  mode: structural(z.enum(["governance", "compliance"]), "production asks why").describe(
    "`governance`: who has `s3:BypassGovernanceRetention` may still delete. `compliance`: nobody can, root and AWS included.",
  ),
  days: z.int().min(1).max(36_500).describe("Days for which a trail's file cannot be deleted."),
});

/** Who uses what the security account keeps for all. */
export const regionArchive = {
  estateAccountIds: structural(z.array(accountId()), "each is named in policies")
    .default([])
    .describe("The estate's accounts, whose logs the archive takes and who use the central keys. Security account only."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe(
      "Refuse a plan that destroys the archive and keys, and everybody the deletion of a log. Off, and applied, a destroy takes the logs.",
    ),
};

/** Where logs are kept. */
export const accountArchive = {
  ...regionArchive,
  archive: structural(
    z.strictObject({
      expireAfterDays: z.int().min(1).default(365).describe("Days after which a log is deleted."),
      transitions: structural(z.array(transition), "each becomes a rule").default([]).describe("When logs go to cheaper storage."),
      objectLock: structural(objectLock, "it decides whether there is a lock")
        .optional()
        .describe("Keep trails from being deleted, by anybody. Config delivers to no locked bucket, so that all else is not locked."),
    }),
    "it decides which resources there are",
  )
    .prefault({})
    .describe("The buckets and the key of the logs, where no `logArchive` is wired: in the security account those of the estate."),
};
