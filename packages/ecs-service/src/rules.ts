import { isKnown, type ProductionRule } from "@groundplan/core/schema";
import { rules as taskRules } from "@groundplan/fargate-task/config";
import type { EcsServiceConfig } from "./schema/service.js";

const registry = /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\//;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<EcsServiceConfig>[] = [
  ...taskRules,
  {
    id: "service-two-tasks",
    path: ["desiredCount"],
    holds: ({ desiredCount, scaling }) => scaling !== undefined || desiredCount >= 2 || !isKnown(desiredCount),
    message: "is fewer than two, and each deployment or broken machine is an outage; give at least 2",
  },
  {
    id: "service-two-tasks-scaled",
    path: ["scaling", "min"],
    holds: ({ scaling }) => scaling === undefined || scaling.min >= 2,
    message: "is fewer than two, and each broken machine is an outage; give at least 2",
  },
  {
    id: "service-two-tasks-scheduled",
    path: ["scaling", "schedules"],
    holds: ({ scaling }) => Object.values(scaling?.schedules ?? {}).every(({ min }) => min >= 2),
    message: 'leave fewer than two at times, and each broken machine is an outage then; give each a "min" of at least 2',
  },
  {
    id: "service-web-acl",
    path: ["ownWebAcl"],
    holds: ({ loadBalancer, ownWebAcl }) => loadBalancer !== "public" || (ownWebAcl !== "off" && ownWebAcl.mode === "block"),
    message: 'stops nobody before a public load balancer; leave it on, with "mode" block',
  },
  {
    id: "service-load-balancer-logged",
    path: ["ownLoadBalancer", "logs"],
    holds: ({ loadBalancer, ownLoadBalancer }) => !isOwn(loadBalancer) || ownLoadBalancer.logs !== "off",
    message: 'is "off", and nobody can say who asked for what; leave "logs" on',
  },
  {
    id: "service-alarms",
    path: ["alarms"],
    holds: ({ alarms, loadBalancer }) =>
      alarms.runningBelowDesired && alarms.failedDeployment && (loadBalancer === "none" || alarms.serverErrorPercent !== "off"),
    message: 'leaves failures untold; keep "runningBelowDesired", "failedDeployment" and, behind a load balancer, "serverErrorPercent"',
  },
  {
    id: "service-not-spot-only",
    path: ["capacity"],
    holds: ({ capacity }) => capacity.fargate > 0 || capacity.base > 0,
    message: 'is Fargate Spot alone, which AWS may take back all at once; give "fargate" a weight, or a "base"',
  },
  {
    id: "service-image-of-the-estate",
    path: ["image"],
    holds: ({ image, imageOwner }) => imageOwner === "pipeline" || image === undefined || !isKnown(image) || registry.test(image),
    message: "comes from a registry that is not yours, and may be gone tomorrow; copy it into a repository of an account of yours",
  },
  {
    id: "service-image-pinned",
    path: ["image"],
    holds: ({ image, imageOwner }) => imageOwner === "pipeline" || image === undefined || !isKnown(image) || isPinned(image),
    message: 'is another image whenever somebody pushes; give a digest, or a tag other than "latest"',
  },
  {
    id: "service-no-shell",
    path: ["executeCommand"],
    holds: ({ executeCommand }) => executeCommand === "off",
    message: 'is "on", which opens a shell in production; leave it "off"',
  },
  {
    id: "service-rolls-back",
    path: ["deployment", "circuitBreaker"],
    holds: ({ deployment }) => deployment.kind !== "rolling" || deployment.circuitBreaker === "rollback",
    message: 'leaves a broken revision where it is; give "rollback"',
  },
];

function isOwn(loadBalancer: EcsServiceConfig["loadBalancer"]): boolean {
  return loadBalancer === "public" || loadBalancer === "internal";
}

/** By digest, or by a tag that says which. */
function isPinned(image: string): boolean {
  if (image.includes("@sha256:")) return true;
  const tag = /:([\w][\w.-]*)$/.exec(image)?.[1];
  return tag !== undefined && tag !== "latest";
}
