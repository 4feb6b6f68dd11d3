import { slug, structural } from "@groundplan/core/schema";
import { z } from "zod";

const percents = (given: readonly number[], what: string) =>
  structural(z.array(z.number().positive().max(1000)).max(5), "each is a notification")
    .default([...given])
    .describe(what);

// https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create.html
const budget = z
  .strictObject({
    limitUsd: z.number().positive().describe("What may be spent in a period, in USD."),
    period: z.enum(["MONTHLY", "QUARTERLY", "ANNUALLY"]).default("MONTHLY").describe("The period."),
    services: z
      .array(z.string())
      .default([])
      .describe("AWS services, as the bill names them, such as `Amazon Elastic Container Service`. Default: all."),
    spentPercent: percents([80, 100], "Tell when so many percent of the limit are spent."),
    forecastPercent: percents([100], "Tell when AWS expects so many percent to be spent by the end of the period."),
  })
  .refine(({ spentPercent, forecastPercent }) => spentPercent.length + forecastPercent.length > 0, {
    error: 'tells nothing; give "spentPercent" or "forecastPercent"',
  });

const anomalies = z.strictObject({
  minimumUsd: z.number().positive().default(100).describe("How much more than expected a service has to cost, in USD."),
});

/** What an account may cost: `money`. */
export const accountMoney = {
  money: structural(
    z.strictObject({
      email: structural(z.array(z.email()).max(10), "each is told")
        .default([])
        .describe("Who is told by mail, beside the topic. Budgets and anomalies ask for one of both."),
      budgets: structural(z.record(slug(60), budget), "each is a resource")
        .default({})
        .describe("Budgets, by name; they cost nothing."),
      anomalies: structural(anomalies, "it decides whether there is a monitor")
        .optional()
        .describe(
          "Tell of costs that AWS does not expect. Default: no. A new account has a monitor already: give it as `existing.anomalyMonitor`.",
        ),
      costAllocationTags: structural(z.array(z.string().min(1).max(128)), "each is a resource")
        .default([])
        .describe(
          "Tags by which bills are split. Management account only. AWS knows a tag a day after its first use: sooner, it answers that it cannot find the key.",
        ),
    }),
    "it decides which resources there are",
  )
    .prefault({})
    .describe("What may be spent, and who is told."),
};
