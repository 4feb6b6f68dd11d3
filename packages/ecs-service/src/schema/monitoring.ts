import { threshold } from "@groundplan/alarms/config";
import { structural } from "@groundplan/core/schema";
import { z } from "zod";

/** When people are told. */
export const alarms = () =>
  structural(
    z.strictObject({
      serverErrorPercent: threshold({
        default: 5,
        min: 0,
        max: 100,
        describe: "Share of requests that the tasks answer by 5xx, in percent. Needs a load balancer, as the next two do.",
      }),
      p95LatencySeconds: threshold({ default: 2, min: 0, describe: "Time in which 95 of 100 requests are answered, in seconds." }),
      unhealthyTargets: threshold({ default: 0, min: 0, describe: "Targets that fail their health check: more than this many." }),
      cpuPercent: threshold({ default: 90, min: 1, max: 100, describe: "Average share of the CPU that the tasks use, in percent." }),
      memoryPercent: threshold({ default: 90, min: 1, max: 100, describe: "Average share of the memory that the tasks use, in percent." }),
      runningBelowDesired: structural(z.boolean(), "it decides whether there is such an alarm")
        .default(true)
        .describe("Tell where fewer tasks run than are wanted for ten minutes. Needs Container Insights."),
      failedDeployment: structural(z.boolean(), "it decides whether there is such a rule")
        .default(true)
        .describe("Tell where a deployment failed or was rolled back, or ECS finds no place for a task."),
    }),
    "it decides which alarms there are",
  ).prefault({});
