import { structural } from "@groundplan/core/schema";
import { z } from "zod";

const weight = () => structural(z.int().min(0).max(1000), "a weight of 0 leaves the provider out");

/** How tasks are shared out. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html */
export const capacity = () =>
  structural(
    z
      .strictObject({
        base: structural(z.int().min(0).max(100_000), "it decides what the strategy says")
          .default(0)
          .describe("Tasks that run on Fargate before any is shared out."),
        fargate: weight().default(1).describe("Weight of Fargate among the rest."),
        spot: weight().default(0).describe("Weight of Fargate Spot: up to 70 % cheaper, and taken back at two minutes' notice."),
      })
      .refine(({ fargate, spot }) => fargate + spot > 0, "leaves tasks nowhere to run; give fargate or spot a weight"),
    "the strategy is made from it",
  ).prefault({});

export type Capacity = z.output<ReturnType<typeof capacity>>;
