import { slug, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { healthCheck } from "./health-check.js";

const stickiness = z.strictObject({
  type: structural(z.enum(["lb_cookie", "app_cookie"]), "it decides which fields there are")
    .default("lb_cookie")
    .describe("Whose cookie: the load balancer's, or one that the application sets."),
  durationSeconds: z.int().min(1).max(604_800).default(86_400).describe("Seconds for which a client stays with a target."),
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html
  cookieName: z
    .string()
    .regex(/^(?!AWSALB)[!#$%&'*+.^_`|~0-9A-Za-z-]+$/, "is no cookie of an application's; give its name, not begun by AWSALB")
    .optional()
    .describe("For `app_cookie`: the application's cookie."),
});

/** A target group's data, each field for itself; `config.ts` adds what holds between them. */
export const targetGroupData = z.strictObject({
  name: structural(slug(62), "its name in AWS begins with a piece of it").describe(
    "What stands behind it, such as `shop-prod-api`. AWS's name begins with its last piece, and ends in what makes it unique.",
  ),
  port: z.int().min(1).max(65_535).describe("The targets' port. Changing it makes another group."),
  protocol: z
    .enum(["HTTP", "HTTPS"])
    .default("HTTP")
    .describe("How targets are spoken to; of `HTTPS` the load balancer checks no certificate. Changing it makes another group."),
  protocolVersion: structural(z.enum(["HTTP1", "HTTP2", "GRPC"]), "the health check follows from it")
    .default("HTTP1")
    .describe("The version that targets speak. Changing it makes another group."),
  healthCheck: healthCheck().prefault({}).describe("Which targets get requests."),
  deregistrationDelaySeconds: z
    .int()
    .min(0)
    .max(3600)
    .default(60)
    .describe("Seconds in which a target that goes may still answer: as long as the longest request."),
  slowStartSeconds: z
    .union([z.literal(0), z.int().min(30).max(900)])
    .default(0)
    .describe("Seconds in which a new target gets more and more requests; 0 for its whole share at once."),
  stickiness: structural(z.union([z.literal("off"), stickiness]), "it decides which fields there are")
    .default("off")
    .describe("Whether a client stays with a target."),
  algorithm: structural(z.enum(["round_robin", "least_outstanding_requests", "weighted_random"]), "it decides what goes with it")
    .default("round_robin")
    .describe("Who is next; `weighted_random` gives less to targets that fail more."),
});

export type TargetGroupConfig = z.output<typeof targetGroupData>;
