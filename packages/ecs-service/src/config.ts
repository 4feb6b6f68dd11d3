import { crossCheck } from "@groundplan/core/schema";
import { taskChecks } from "@groundplan/fargate-task/config";
import { deploymentProblems } from "./checks/deployment.js";
import { executeCommandProblems, oneOffTaskProblems, serviceConnectProblems } from "./checks/needs.js";
import { partProblems } from "./checks/parts.js";
import { scalingProblems } from "./checks/scaling.js";
import { staleSecretProblems } from "./checks/secrets.js";
import { trafficProblems } from "./checks/traffic.js";
import { clusterSchema } from "./schema/cluster.js";
import { type EcsServiceConfig, ecsServiceData } from "./schema/service.js";

const traffic = ["loadBalancer", "hosts", "paths", "priority", "port"] as const;

/** The data of each class: the environment file's sections, the props, their defaults, checks and documentation. */
export const schemas = {
  Cluster: clusterSchema,
  EcsService: ecsServiceData.check(
    ...taskChecks,
    crossCheck<EcsServiceConfig>([...traffic, "scaling"], trafficProblems),
    crossCheck<EcsServiceConfig>(["loadBalancer", "hosts", "paths", "ownLoadBalancer", "testListener", "ownWebAcl"], partProblems),
    crossCheck<EcsServiceConfig>(["scaling"], scalingProblems),
    crossCheck<EcsServiceConfig>(
      ["deployment", "desiredCount", "serviceConnect", "scaling", "loadBalancer", "targetGroup", "testListener", "alarms"],
      deploymentProblems,
    ),
    crossCheck<EcsServiceConfig>(["serviceConnect", "port"], serviceConnectProblems),
    crossCheck<EcsServiceConfig>(["executeCommand", "readOnlyRoot"], executeCommandProblems),
    crossCheck<EcsServiceConfig>(["oneOffTasks", "parameterName"], oneOffTaskProblems),
    crossCheck<EcsServiceConfig>(["secrets", "sidecars"], staleSecretProblems),
  ),
};

export { features } from "./checks/deployment.js";
export { clusterNotices, clusterRules } from "./cluster-rules.js";
export { notices } from "./notices.js";
export { rules } from "./rules.js";
export type { ClusterConfig } from "./schema/cluster.js";
export { type EcsServiceConfig, ecsServiceData } from "./schema/service.js";

/** Cheaper defaults of a service, merged beneath the files of environments with `production: false`. */
export const nonProduction = {
  desiredCount: 1,
  protect: false,
  logs: { retentionDays: 30 },
} satisfies Partial<Omit<EcsServiceConfig, "logs">> & { readonly logs: Partial<EcsServiceConfig["logs"]> };

/** Cheaper defaults of a cluster. */
export const clusterNonProduction = { containerInsights: "enabled", executeCommandLogRetentionDays: 30, protect: false } as const;
