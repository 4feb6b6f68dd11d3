import { accountId, region, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { isTimezone, scheduleProblem } from "./schedule-expression.js";

const expression = () =>
  z.string().check((context) => {
    const message = scheduleProblem(context.value);
    if (message !== undefined) context.issues.push({ code: "custom", message, input: context.value });
  });

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html */
const retry = z.strictObject({
  attempts: z.int().min(0).max(185).default(3).describe("Further tries, where a task could not be started."),
  withinSeconds: z.int().min(60).max(86_400).default(3600).describe("Seconds after which it is given up."),
});

/** A scheduled task's data: the props, their defaults, checks and documentation. */
export const scheduledTaskData = z.strictObject({
  name: structural(
    z
      .string()
      .regex(/^[0-9a-zA-Z_.-]+$/, "is no schedule's name; give letters, digits, -, _ and .")
      .max(64),
    "other names are made from it",
  ).describe("The schedule's name, such as `shop-prod-api-cleanup`; its role and queue are named after it."),
  accountId: accountId().describe("The account that it stands in."),
  region: region().describe("Its region."),
  schedule: expression().describe("When: `cron(0 3 * * ? *)`, `rate(1 day)` or `at(2030-01-31T03:00:00)`."),
  timezone: z
    .string()
    .refine(isTimezone, 'is no time zone; give one such as "Europe/Berlin"')
    .default("UTC")
    .describe("Of `schedule`. With one that has summer time, a night's hour comes twice or never."),
  flexibleWindowMinutes: structural(z.int().min(0).max(1440), "0 is another mode")
    .default(0)
    .describe("Minutes within which it may start, so that not all start at once; 0 starts on time."),
  command: z.array(z.string()).min(1).optional().describe("Arguments, instead of the container's."),
  taskCount: z.int().min(1).max(10).default(1).describe("Tasks that are started each time."),
  enabled: structural(z.boolean(), "it becomes a word").default(true).describe("Whether it starts anything."),
  followFamily: structural(z.boolean(), "it decides what is started")
    .default(false)
    .describe("Run the family's newest revision, whoever registered it, instead of Terraform's: for an image that a pipeline owns."),
  retry: retry.prefault({}).describe("What happens where a task could not be started; one that fails is not started again."),
});

export type ScheduledTaskConfig = z.output<typeof scheduledTaskData>;
