import {
  AppautoscalingPolicy,
  type AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration as Tracking,
} from "@cdktf/provider-aws/lib/appautoscaling-policy/index.js";
import { AppautoscalingScheduledAction } from "@cdktf/provider-aws/lib/appautoscaling-scheduled-action/index.js";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target/index.js";
import type { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import { address } from "@groundplan/core";
import type { Construct } from "constructs";
import type { Blueprint } from "./blueprint.js";
import { messagesPerTask } from "./queue-metric.js";
import type { Scaling } from "./schema/scaling.js";
import type { Traffic } from "./traffic.js";

interface ScaledService {
  readonly clusterName: string;
  readonly serviceName: string;
  /** `app/…/targetgroup/…`; `undefined` without a load balancer, and where CodeDeploy moves between two target groups. */
  readonly requestCountLabel: string | undefined;
}

/**
 * The number of tasks follows its load, between two bounds.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html
 */
export function makeScaling(
  { module, config, wiring }: Blueprint,
  service: AwsEcsService,
  traffic: Traffic | undefined,
): AppautoscalingTarget | undefined {
  const { scaling } = config;
  if (scaling === undefined) return undefined;
  const { clusterName } = wiring.cluster;
  const target = address(
    new AppautoscalingTarget(module, "scaling-target", {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: `service/${clusterName}/${service.name}`,
      minCapacity: scaling.min,
      maxCapacity: scaling.max,
    }),
    module,
  );
  const scaled = { clusterName, serviceName: config.name, requestCountLabel: requestCountLabel(traffic) };
  for (const [name, tracking] of Object.entries(policies(scaling, scaled))) follow(module, name, { target, tracking });
  for (const [name, schedule] of Object.entries(scaling.schedules)) rebound(module, name, { target, schedule });
  return target;
}

/** https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html */
function requestCountLabel(traffic: Traffic | undefined): string | undefined {
  if (traffic === undefined || traffic.greenTargetGroup !== undefined) return undefined;
  return `${traffic.loadBalancer.loadBalancerArnSuffix}/${traffic.targetGroup.targetGroupArnSuffix}`;
}

type Policy = Omit<Tracking, "scaleInCooldown" | "scaleOutCooldown">;

function policies(scaling: Scaling, service: ScaledService): Record<string, Tracking> {
  const { cpuPercent, memoryPercent, requestsPerTarget, queue } = scaling;
  const wanted: Record<string, Policy | undefined> = {
    cpu: cpuPercent === "off" ? undefined : average("ECSServiceAverageCPUUtilization", cpuPercent),
    memory: memoryPercent === "off" ? undefined : average("ECSServiceAverageMemoryUtilization", memoryPercent),
    requests: requestsPerTarget === undefined ? undefined : requests(requestsPerTarget, service.requestCountLabel),
    queue:
      queue === undefined
        ? undefined
        : {
            targetValue: queue.messagesPerTask,
            customizedMetricSpecification: messagesPerTask({ ...service, queueName: queue.queueName }),
          },
  };
  const cooldowns = { scaleInCooldown: scaling.scaleInCooldownSeconds, scaleOutCooldown: scaling.scaleOutCooldownSeconds };
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, policy]) => (policy === undefined ? [] : [[name, { ...policy, ...cooldowns }]])),
  );
}

function average(predefinedMetricType: string, targetValue: number): Policy {
  return { targetValue, predefinedMetricSpecification: { predefinedMetricType } };
}

function requests(targetValue: number, resourceLabel: string | undefined): Policy | undefined {
  if (resourceLabel === undefined) return undefined;
  return { targetValue, predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel } };
}

interface Followed {
  readonly target: AppautoscalingTarget;
  readonly tracking: Tracking;
}

function follow(module: Construct, name: string, { target, tracking }: Followed): void {
  address(
    new AppautoscalingPolicy(module, `${name}-scaling`, {
      name,
      policyType: "TargetTrackingScaling",
      ...placeOf(target),
      targetTrackingScalingPolicyConfiguration: tracking,
    }),
    module,
    name,
  );
}

interface Rebound {
  readonly target: AppautoscalingTarget;
  readonly schedule: Scaling["schedules"][string];
}

function rebound(module: Construct, name: string, { target, schedule }: Rebound): void {
  address(
    new AppautoscalingScheduledAction(module, `${name}-scaling-schedule`, {
      name,
      ...placeOf(target),
      schedule: schedule.schedule,
      timezone: schedule.timezone,
      scalableTargetAction: { minCapacity: String(schedule.min), maxCapacity: String(schedule.max) },
    }),
    module,
    name,
  );
}

function placeOf(target: AppautoscalingTarget) {
  const { resourceId, scalableDimension, serviceNamespace } = target;
  return { resourceId, scalableDimension, serviceNamespace };
}
