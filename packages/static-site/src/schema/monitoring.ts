import { threshold } from "@groundplan/alarms/config";
import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { decides } from "./fields.js";

const logs = z.strictObject({
  accessLogs: structural(z.enum(["v2", "off"]), decides)
    .default("v2")
    .describe(
      "Who asked the distribution for what, without cookies: CloudFront's standard logging, delivered to the archive or the log bucket.",
    ),
  bucketLogs: structural(z.boolean(), decides).default(true).describe("Who asked the bucket for what: S3's server access logs."),
  format: structural(z.enum(["json", "parquet", "w3c"]), "AWS takes another one for another destination alone")
    .default("json")
    .describe("What the distribution's logs are written as. To make parquet costs 0.04 USD a GB."),
  retentionDays: z
    .int()
    .min(1)
    .default(365)
    .describe("Days for which they are kept, in a log bucket that is made here. One that is wired, and an archive, have their own."),
  keepBucket: structural(z.boolean(), decides)
    .default(false)
    .describe("Keep the log bucket that was made here when no logs go there any more: until what it holds has expired, it can be read."),
});

const alarms = z.strictObject({
  errors5xxPercent: threshold({ default: 1, min: 0, max: 100, describe: "Share of the requests that fail at the site's end, in percent." }),
  errors4xxPercent: threshold({
    default: 25,
    min: 0,
    max: 100,
    describe: "Share of the requests for what is not there or not allowed, in percent. Scanners make some.",
  }),
  functionErrors: threshold({ default: 1, min: 1, describe: "Requests within five minutes at which the edge function fails." }),
  originLatencyMs: threshold({
    default: 2000,
    min: 1,
    describe: "Time that the bucket or an origin takes, in milliseconds, by 95 of 100 requests. Told with `realtimeMetrics` alone.",
  }),
});

/** Who is told what. */
export const monitoringFields = {
  logs: structural(logs, decides).prefault({}).describe("Who asked for what."),
  alarms: structural(alarms, decides).prefault({}).describe("When people are told, at the wired topic in us-east-1. `off` makes no alarm."),
  realtimeMetrics: structural(z.boolean(), decides)
    .default(false)
    .describe("CloudFront's additional metrics: origin latency, cache hit rate, errors by code. They cost 2.40 USD a month."),
  dashboard: structural(z.boolean(), decides).default(true).describe("A CloudWatch dashboard of the site."),
};
