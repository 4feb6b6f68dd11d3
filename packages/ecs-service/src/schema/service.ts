import { slug, structural } from "@groundplan/core/schema";
import { taskData } from "@groundplan/fargate-task/config";
import { z } from "zod";
import { capacity } from "./capacity.js";
import { deployment } from "./deployment.js";
import { alarms } from "./monitoring.js";
import { scaling } from "./scaling.js";
import { serviceConnect } from "./service-connect.js";
import { taskFields } from "./tasks.js";
import { trafficFields } from "./traffic.js";

const countFields = {
  desiredCount: z.int().min(0).max(5000).default(2).describe("Tasks that run. With `scaling` it only says how many there are at first."),
  scaling: scaling().optional().describe("Let the number of tasks follow their load."),
  capacity: capacity().describe("Where the tasks run: Fargate, or Fargate Spot for what may be interrupted."),
};

/** A service's data, each field for itself; `config.ts` adds what holds between them. */
export const ecsServiceData = z.strictObject({
  ...taskData.shape,
  // an estate's project, environment and service have 20 characters each, and two hyphens between them
  name: structural(slug(62), "other names are made from it").describe(
    "The service's name and its family's, such as `shop-prod-api`; what is made beside it is named after it.",
  ),
  ...countFields,
  ...trafficFields,
  deployment: deployment().describe(
    "How a new revision takes over. Between `rolling` and the others the service is replaced: see the README.",
  ),
  serviceConnect: serviceConnect().optional().describe("Find other services of the cluster by name, and be found."),
  executeCommand: structural(z.enum(["on", "off"]), "it decides what the tasks may do")
    .default("off")
    .describe("Whether people may open a shell in the containers, by `aws ecs execute-command`. Everything typed is logged."),
  ...taskFields,
  alarms: alarms().describe("When people are told, at the wired topic. `off` makes no alarm."),
  dashboard: structural(z.boolean(), "it decides whether there is one").default(true).describe("A CloudWatch dashboard of the service."),
  parameterName: z
    .string()
    .regex(/^\/?[a-zA-Z0-9_.-]+(\/[a-zA-Z0-9_.-]+)*$/, "is no parameter's name; give one such as /shop/prod/service/api")
    .max(900)
    .optional()
    .describe(
      "The parameter in Systems Manager that tells pipelines how the service is deployed, such as `/shop/prod/service/api`. Default: none.",
    ),
});

export type EcsServiceConfig = z.output<typeof ecsServiceData>;
