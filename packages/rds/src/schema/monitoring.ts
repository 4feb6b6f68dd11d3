import { threshold } from "@groundplan/alarms/config";
import { logRetentionDays, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { decides } from "./fields.js";

/** When people are told. */
export const alarms = () =>
  structural(
    z.strictObject({
      cpuPercent: threshold({ default: 90, min: 1, max: 100, describe: "Share of the CPU in use, in percent." }),
      freeStoragePercent: threshold({
        default: 10,
        min: 1,
        max: 90,
        describe: "Share of `storage.gib` that is left, in percent. Clusters of Aurora have no such end.",
      }),
      freeableMemoryMib: threshold({ default: 256, min: 1, describe: "Memory that is left, in MiB." }),
      connections: threshold({ default: { anomalyBand: 4 }, min: 1, describe: "Open connections." }),
      readLatencyMs: threshold({ default: 20, min: 0, describe: "Time that a read from storage takes, in milliseconds." }),
      writeLatencyMs: threshold({ default: 50, min: 0, describe: "Time that a write to storage takes, in milliseconds." }),
      replicaLagSeconds: threshold({ default: 30, min: 0, describe: "Seconds that a replica lies behind." }),
      burstBalancePercent: threshold({
        default: 20,
        min: 0,
        max: 100,
        describe: "What is left of the class's burst of disk traffic, in percent. Larger classes have none to lose.",
      }),
      serverlessPercent: threshold({ default: 90, min: 1, max: 100, describe: "Share of `size.maxAcu` in use, in percent." }),
    }),
    "it decides which alarms there are",
  ).prefault({});

export const monitoringFields = {
  insights: structural(z.enum(["standard", "advanced"]), "it goes with a retention of its own")
    .default("standard")
    .describe("Database Insights: `standard` keeps a week and costs nothing, `advanced` keeps 15 months."),
  enhancedMonitoringSeconds: structural(z.literal([0, 1, 5, 10, 15, 30, 60]), decides)
    .default(60)
    .describe("Seconds between looks at the operating system; 0 is off."),
  logRetentionDays: logRetentionDays().default(365).describe("Days for which the exported logs are kept."),
  alarms: alarms().describe("When people are told, at the wired topic. `off` makes no alarm."),
  events: structural(z.boolean(), decides)
    .default(true)
    .describe("Tell the wired topic of failovers, failures, low storage and maintenance."),
  dashboard: structural(z.boolean(), decides).default(true).describe("A CloudWatch dashboard of the database."),
};

const cron = () => z.string().regex(/^cron\(\S+( \S+){5}\)$/, 'is no schedule; give one such as "cron(0 20 ? * MON-FRI *)"');

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html
const schedule = z.strictObject({
  stop: cron().describe("When it is stopped: `cron(0 20 ? * MON-FRI *)`. RDS starts it by itself after seven days."),
  start: cron().describe("When it is started: `cron(0 7 ? * MON-FRI *)`."),
  timezone: z
    .string()
    .regex(/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/, "is no time zone; give one such as Europe/Berlin")
    .default("UTC")
    .describe("Where the clock hangs: `Europe/Berlin`."),
});

export const scheduleField = () => structural(z.union([schedule, z.literal("off")]), decides).default("off");
