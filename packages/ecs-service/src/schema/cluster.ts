import { accountId, logRetentionDays, region, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { capacity } from "./capacity.js";
import { ecsName } from "./fields.js";

/** A cluster's data: the environment file's section, the props, their defaults, checks and documentation. */
export const clusterSchema = z.strictObject({
  name: ecsName().describe("The cluster's name, and its namespace's, such as `shop-prod`."),
  accountId: accountId().describe("The account that the cluster stands in."),
  region: region().describe("Its region."),
  capacity: capacity().describe("Where tasks run that name no capacity of their own. Services here always name theirs."),
  containerInsights: z
    .enum(["enhanced", "enabled", "disabled"])
    .default("enhanced")
    .describe(
      "CloudWatch's Container Insights. `enhanced` has figures of each task and container; without any, alarms on running tasks see nothing.",
    ),
  executeCommandLogRetentionDays: logRetentionDays()
    .default(365)
    .describe("Days for which CloudWatch keeps what was typed in `aws ecs execute-command`."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe("Refuse a plan that destroys the cluster, its namespace or its log group."),
});

export type ClusterConfig = z.output<typeof clusterSchema>;
