import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { decides, instanceClass } from "./fields.js";

// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html
const serverless = z.strictObject({
  minAcu: z
    .number()
    .min(0)
    .max(256)
    .multipleOf(0.5)
    .describe("Capacity that it never falls below, in Aurora capacity units of about 2 GiB. 0 lets it pause."),
  maxAcu: z.number().min(1).max(256).multipleOf(0.5).describe("Capacity that it never goes beyond, and the most that it can cost."),
  pauseAfterSeconds: z
    .int()
    .min(300)
    .max(86_400)
    .optional()
    .describe("Seconds without a connection after which it pauses, where `minAcu` is 0. Default: 300."),
});

/** An instance class, or serverless capacity. */
export const size = () => structural(z.union([instanceClass(), serverless]), decides);

export type Size = z.output<ReturnType<typeof size>>;
/** Serverless capacity. */
export type ServerlessSize = z.output<typeof serverless>;

export function isServerless(given: Size | undefined): given is ServerlessSize {
  return typeof given === "object";
}

/** What RDS calls it. */
export function instanceClassOf(given: Size): string {
  return isServerless(given) ? "db.serverless" : given;
}
