import { type CrossProblem, isKnown } from "@groundplan/core/schema";
import type { Deployment } from "../schema/deployment.js";
import type { EcsServiceConfig } from "../schema/service.js";

type Kind = Deployment["kind"];

/** A feature, how to tell that it is asked for, and the kinds of deployment that it goes with. */
interface Feature {
  readonly path: readonly string[];
  readonly value: (config: EcsServiceConfig) => unknown;
  readonly isAsked: (config: EcsServiceConfig) => boolean;
  readonly goesWith: readonly Kind[];
  /** What to do instead. */
  readonly instead: string;
}

/**
 * What goes with which kind, where the kind's own fields do not say so already (the circuit breaker is rolling's alone).
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html
 */
export const features: readonly Feature[] = [
  {
    path: ["serviceConnect"],
    value: () => undefined,
    isAsked: ({ serviceConnect }) => serviceConnect !== undefined,
    goesWith: ["rolling"],
    instead: "take it out, and find the service by its load balancer's name",
  },
  {
    path: ["scaling", "requestsPerTarget"],
    value: ({ scaling }) => scaling?.requestsPerTarget,
    isAsked: ({ scaling }) => scaling?.requestsPerTarget !== undefined,
    goesWith: ["rolling"],
    instead: 'scale on "cpuPercent", since the target group changes with each deployment',
  },
  {
    path: ["loadBalancer"],
    value: ({ loadBalancer }) => loadBalancer,
    isAsked: ({ loadBalancer }) => loadBalancer === "none",
    goesWith: ["rolling"],
    instead: 'give a load balancer, whose traffic CodeDeploy moves, or set "deployment.kind" to rolling',
  },
  {
    path: ["targetGroup", "stickiness"],
    value: () => undefined,
    isAsked: ({ targetGroup }) => targetGroup.stickiness !== "off",
    goesWith: ["rolling"],
    instead: "take it out: the load balancer refuses it in a rule that leads to both target groups",
  },
];

/** Features that do not go with the kind of deployment. */
export function deploymentProblems(config: EcsServiceConfig): CrossProblem[] {
  const { kind } = config.deployment;
  return [
    ...features
      .filter(({ isAsked, goesWith }) => !goesWith.includes(kind) && isAsked(config))
      .map(({ path, value, instead }) => ({
        path,
        value: value(config),
        message: `does not go with "deployment.kind" ${kind}; ${instead}`,
      })),
    ...roomProblems(config),
    ...alarmProblems(config),
    ...approvalProblems(config),
  ];
}

/**
 * ECS rounds the least up and the most down: where these meet, no new task ever starts.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
function roomProblems({ deployment, desiredCount, scaling }: EcsServiceConfig): CrossProblem[] {
  if (deployment.kind !== "rolling") return [];
  const { minimumHealthyPercent: least, maximumPercent: most } = deployment;
  const count = scaling === undefined ? desiredCount : scaling.min;
  if (![least, most, count].every(isKnown) || count === 0) return [];
  const kept = Math.ceil((count * least) / 100);
  if (Math.floor((count * most) / 100) > kept) return [];
  const enough = Math.ceil((100 * (kept + 1)) / count);
  const message = `leaves no room for a new task where ${count === 1 ? "1 runs" : `${count} run`}; give at least ${enough}, or a smaller "minimumHealthyPercent"`;
  return [{ path: ["deployment", "maximumPercent"], value: most, message }];
}

function alarmProblems({ deployment, loadBalancer, alarms }: EcsServiceConfig): CrossProblem[] {
  if (!deployment.rollbackOnAlarms) return [];
  const path = ["deployment", "rollbackOnAlarms"];
  if (loadBalancer === "none") return [{ path, value: true, message: "watches requests, and there is no load balancer; take it out" }];
  if (alarms.serverErrorPercent !== "off" || alarms.p95LatencySeconds !== "off") return [];
  return [{ path, value: true, message: 'has no alarm to watch; set "alarms.serverErrorPercent" or "alarms.p95LatencySeconds"' }];
}

function approvalProblems({ deployment, testListener }: EcsServiceConfig): CrossProblem[] {
  if (deployment.kind === "rolling" || deployment.approvalWaitMinutes === 0 || testListener !== "off") return [];
  const message = 'waits for somebody who can see nothing; set "testListener", or give 0';
  return [{ path: ["deployment", "approvalWaitMinutes"], value: deployment.approvalWaitMinutes, message }];
}
