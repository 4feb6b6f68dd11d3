import { structural } from "@groundplan/core/schema";
import { z } from "zod";
import { percent } from "./fields.js";

const minutes = (least: number, most: number) => z.int().min(least).max(most);

const rolling = z.strictObject({
  kind: z.literal("rolling").describe("ECS replaces tasks a few at a time."),
  minimumHealthyPercent: z.int().min(0).max(100).default(100).describe("Share of the wanted tasks that keep running."),
  maximumPercent: z.int().min(101).max(400).default(200).describe("Share of the wanted tasks that run at most, old and new together."),
  circuitBreaker: z
    .enum(["rollback", "stop", "off"])
    .default("rollback")
    .describe("What happens where new tasks keep failing: back to the last good revision, stop there, or try for ever."),
  rollbackOnAlarms: structural(z.boolean(), "it decides which alarms the service watches")
    .default(false)
    .describe("Go back where the alarm on 5xx answers or on latency goes off during a deployment. Needs a load balancer."),
});

/** What CodeDeploy's three ways have in common. https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BlueGreenDeploymentConfiguration.html */
const switched = {
  terminationWaitMinutes: minutes(0, 2880)
    .default(5)
    .describe("Minutes for which the old tasks stand by after traffic has moved, so that going back takes seconds."),
  approvalWaitMinutes: structural(minutes(0, 2880), "it decides how a deployment goes on")
    .default(0)
    .describe(
      "Minutes for which the new tasks wait on the test listener for somebody to go on; then the deployment is given up. 0 goes on by itself.",
    ),
  rollbackOnAlarms: structural(z.boolean(), "it decides which alarms the deployment watches")
    .default(true)
    .describe("Go back where the alarm on 5xx answers or on latency goes off during a deployment."),
};

const shifted = {
  percent: structural(percent(1, 99), "it is part of the configuration's name").default(10).describe("Share of traffic in a step."),
  intervalMinutes: structural(minutes(1, 2880), "it is part of the configuration's name").default(5).describe("Minutes between steps."),
};

/** How a new revision takes over. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-types.html */
export const deployment = () =>
  structural(
    z.discriminatedUnion("kind", [
      rolling,
      z.strictObject({ kind: z.literal("blueGreen").describe("All traffic moves at once, by CodeDeploy."), ...switched }),
      z.strictObject({
        kind: z.literal("canary").describe("A share of traffic first, then the rest, by CodeDeploy."),
        ...switched,
        ...shifted,
      }),
      z.strictObject({ kind: z.literal("linear").describe("Traffic moves in equal steps, by CodeDeploy."), ...switched, ...shifted }),
    ]),
    "it decides which resources there are",
  ).prefault({ kind: "rolling" });

export type Deployment = z.output<ReturnType<typeof deployment>>;
/** CodeDeploy's three ways. */
export type SwitchedDeployment = Exclude<Deployment, { readonly kind: "rolling" }>;
