import { type EcsServiceConfig as AwsConfig, EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import { address, type SecurityGroup } from "@groundplan/core";
import type { FargateTask } from "@groundplan/fargate-task";
import type { ITerraformDependable } from "cdktf";
import type { Blueprint } from "./blueprint.js";
import { capacityStrategy } from "./capacity-strategy.js";
import type { EcsServiceConfig } from "./schema/service.js";
import { serviceConnection } from "./service-connection.js";
import type { Traffic } from "./traffic.js";

/** What ECS's service stands on. */
export interface ServiceParts {
  readonly task: FargateTask;
  readonly securityGroup: SecurityGroup;
  readonly traffic: Traffic | undefined;
  /** Names of the alarms that roll a deployment back. */
  readonly rollbackAlarms: readonly string[];
  readonly dependsOn: readonly ITerraformDependable[];
}

/** The one service, at one address, whatever its deployment. */
export function makeService(blueprint: Blueprint, parts: ServiceParts): AwsEcsService {
  const { module, config, wiring, overrides } = blueprint;
  const { task, securityGroup, traffic } = parts;
  return address(
    new AwsEcsService(module, "service", {
      name: config.name,
      cluster: wiring.cluster.clusterArn,
      taskDefinition: task.taskDefinitionArn,
      desiredCount: firstCount(config),
      capacityProviderStrategy: [...capacityStrategy(config.capacity)],
      networkConfiguration: {
        subnets: [...wiring.network.privateSubnetIds],
        securityGroups: [securityGroup.securityGroupId],
        assignPublicIp: false,
      },
      ...balanced(config, traffic, task),
      ...deployedBy(config, parts.rollbackAlarms),
      ...serviceConnection(blueprint, task),
      enableExecuteCommand: config.executeCommand === "on",
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      lifecycle: { preventDestroy: config.protect, ...ignored(config) },
      dependsOn: [...parts.dependsOn],
      ...overrides.service,
    }),
    module,
  );
}

/** Where the number follows the load, it begins with the least. */
function firstCount({ desiredCount, scaling }: EcsServiceConfig): number {
  return scaling === undefined ? desiredCount : scaling.min;
}

function balanced(config: EcsServiceConfig, traffic: Traffic | undefined, task: FargateTask): Partial<AwsConfig> {
  if (traffic === undefined) return {};
  const { targetGroup, port } = traffic;
  return {
    loadBalancer: [{ targetGroupArn: targetGroup.targetGroupArn, containerName: task.containerName, containerPort: port }],
    healthCheckGracePeriodSeconds: config.healthCheckGraceSeconds,
  };
}

function deployedBy({ deployment }: EcsServiceConfig, alarmNames: readonly string[]): Partial<AwsConfig> {
  if (deployment.kind !== "rolling") return { deploymentController: { type: "CODE_DEPLOY" } };
  const { circuitBreaker, minimumHealthyPercent, maximumPercent } = deployment;
  return {
    deploymentController: { type: "ECS" },
    deploymentCircuitBreaker: { enable: circuitBreaker !== "off", rollback: circuitBreaker === "rollback" },
    deploymentMinimumHealthyPercent: minimumHealthyPercent,
    deploymentMaximumPercent: maximumPercent,
    availabilityZoneRebalancing: "ENABLED",
    // without it the provider replaces a service whose capacity changes
    forceNewDeployment: true,
    ...(alarmNames.length === 0 ? {} : { alarms: { alarmNames: [...alarmNames], enable: true, rollback: true } }),
  };
}

/**
 * What others change: the number of tasks by scaling, the revision by a pipeline; and all that AWS lets nobody change by UpdateService
 * where CodeDeploy deploys. Its next deployment takes them from the AppSpec.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 */
function ignored({ scaling, imageOwner, deployment }: EcsServiceConfig): { ignoreChanges?: string[] } {
  const ignoreChanges = [
    ...(scaling === undefined ? [] : ["desired_count"]),
    ...(imageOwner === "pipeline" || deployment.kind !== "rolling" ? ["task_definition"] : []),
    ...(deployment.kind === "rolling" ? [] : ["capacity_provider_strategy", "load_balancer", "network_configuration", "platform_version"]),
  ];
  return ignoreChanges.length === 0 ? {} : { ignoreChanges };
}
