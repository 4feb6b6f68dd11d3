import { arn, logRetentionDays, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { watchedNames } from "./watched.js";

const dataEvents = z.strictObject({
  buckets: structural(z.union([z.literal("all"), z.array(arn("s3")).min(1)]), "each is named in the trail's selector").describe(
    "Whose objects are watched: all buckets of the account, or those of these ARNs, such as the sites'.",
  ),
  events: structural(z.enum(["all", "reads", "writes"]), "it decides on the trail's selector")
    .default("all")
    .describe("Which accesses are written down."),
});

export const trailFields = {
  trail: z
    .strictObject({
      logRetentionDays: logRetentionDays()
        .default(365)
        .describe("Days for which CloudWatch keeps the events, where alarms and people look; the archive keeps them for longer."),
      dataEvents: structural(dataEvents, "it decides on the trail's selectors")
        .optional()
        .describe("Write down who gets at objects in S3, at 0.10 USD for 100,000 events. Default: no."),
      insights: structural(z.array(z.enum(["ApiCallRateInsight", "ApiErrorRateInsight"])), "each is a selector")
        .default([])
        .describe("Look for unusual rates of calls or of errors, at 0.35 USD for 100,000 events looked at."),
    })
    .prefault({})
    .describe("The trail of all regions: validated, encrypted, to the archive and to CloudWatch Logs."),
  alarms: structural(z.partialRecord(z.enum(watchedNames), z.union([z.int().min(1), z.literal("off")])), "each is a resource")
    .default({})
    .describe("How many events in five minutes are too many, by the alarm's name; `off` makes no such alarm. Default: one, of each."),
};
