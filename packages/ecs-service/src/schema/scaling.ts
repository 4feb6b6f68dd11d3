import { structural } from "@groundplan/core/schema";
import { scheduledTaskData } from "@groundplan/fargate-task/config";
import { z } from "zod";
import { entryName, percent } from "./fields.js";

const count = () => structural(z.int().min(0).max(5000), "it is compared with the others");

/** Written as for scheduled tasks. https://docs.aws.amazon.com/autoscaling/application/userguide/scheduled-scaling-using-cron-expressions.html */
const { schedule, timezone } = scheduledTaskData.shape;

const scheduled = z
  .strictObject({
    schedule: schedule.describe("When: `cron(…)` of six fields, `rate(…)` or `at(…)`."),
    timezone: timezone.describe("Of `schedule`, such as `Europe/Berlin`."),
    min: count().describe("Tasks at least, from then on."),
    max: count().describe("Tasks at most, from then on."),
  })
  .refine(({ min, max }) => min <= max, { error: 'has a "min" greater than its "max"; give min ≤ max' });

const queue = z.strictObject({
  queueName: z.string().min(1).max(80).describe("The SQS queue's name, in the service's own account and region."),
  messagesPerTask: z.int().min(1).describe("Waiting messages that one task can work off in the time they may wait."),
});

/** How many tasks run. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html */
export const scaling = () =>
  structural(
    z.strictObject({
      min: count().describe("Tasks at least."),
      max: count().describe("Tasks at most."),
      cpuPercent: structural(z.union([percent(), z.literal("off")]), "it decides whether there is such a policy")
        .default(60)
        .describe("Average share of the CPU that is aimed at."),
      memoryPercent: structural(z.union([percent(), z.literal("off")]), "it decides whether there is such a policy")
        .default("off")
        .describe("Average share of the memory that is aimed at."),
      requestsPerTarget: structural(z.int().min(1), "it decides whether there is such a policy")
        .optional()
        .describe("Requests a minute and task that are aimed at. Needs a load balancer."),
      queue: structural(queue, "it decides whether there is such a policy")
        .optional()
        .describe("Follow an SQS queue: as many tasks as its waiting messages need."),
      schedules: structural(z.record(entryName(), scheduled), "an action is made for each")
        .default({})
        .describe("Other bounds at certain times, by a name of your own."),
      scaleInCooldownSeconds: z.int().min(0).max(3600).default(300).describe("Seconds after tasks were taken away until more are."),
      scaleOutCooldownSeconds: z.int().min(0).max(3600).default(60).describe("Seconds after tasks were added until more are."),
    }),
    "it decides which resources there are",
  );

export type Scaling = z.output<ReturnType<typeof scaling>>;
