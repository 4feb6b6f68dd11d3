import { bucketName, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { decides } from "./fields.js";

const keep = z.strictObject({
  versions: z.int().min(1).max(100).default(10).describe("The last so many versions of the site."),
  days: z.int().min(1).max(3650).default(30).describe("And all versions of so many days."),
});

/** Where the files lie, and for how long. */
export const bucketFields = {
  bucketName: bucketName()
    .optional()
    .describe("The bucket's name, unique in all of AWS. Default: `name` and the account. Changing it makes another bucket."),
  encryption: structural(z.enum(["s3", "kms"]), decides)
    .default("s3")
    .describe("By S3's own keys, or by a KMS key: wired, or made here. A request to KMS costs 0.03 USD for 10,000, a key 1 USD a month."),
  oldVersionsExpireAfterDays: z
    .int()
    .min(1)
    .default(90)
    .describe("Days for which an object that was overwritten or deleted can be brought back. A rollback needs them: at least `keep.days`."),
  keep: structural(keep, "it is part of what publishers read")
    .prefault({})
    .describe("What a rollback can go back to. A publish deletes what no version kept here has."),
};
