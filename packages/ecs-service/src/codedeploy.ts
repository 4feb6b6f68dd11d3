import { CodedeployApp } from "@cdktf/provider-aws/lib/codedeploy-app/index.js";
import {
  type CodedeployDeploymentGroupBlueGreenDeploymentConfig as BlueGreen,
  CodedeployDeploymentGroup,
  type CodedeployDeploymentGroupLoadBalancerInfo as LoadBalancerInfo,
} from "@cdktf/provider-aws/lib/codedeploy-deployment-group/index.js";
import type { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import { address } from "@groundplan/core";
import type { FargateTask } from "@groundplan/fargate-task";
import type { Blueprint } from "./blueprint.js";
import { makeCodedeployRole } from "./codedeploy-role.js";
import { deploymentConfigurationName } from "./deployment-configuration.js";
import type { SwitchedDeployment } from "./schema/deployment.js";
import type { Traffic } from "./traffic.js";

/** What CodeDeploy moves. */
export interface Moved {
  readonly service: AwsEcsService;
  readonly task: FargateTask;
  readonly traffic: Traffic | undefined;
  /** Names of the alarms that roll a deployment back. */
  readonly rollbackAlarms: readonly string[];
}

/** CodeDeploy's side of a service. */
export interface Codedeploy {
  readonly application: CodedeployApp;
  readonly deploymentGroup: CodedeployDeploymentGroup;
}

/** CodeDeploy for the three kinds of deployment that are its own. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html */
export function makeCodedeploy(blueprint: Blueprint, { service, task, traffic, rollbackAlarms }: Moved): Codedeploy | undefined {
  const { module, config, wiring } = blueprint;
  const { name, deployment, accountId, region } = config;
  if (deployment.kind === "rolling" || traffic === undefined) return undefined;
  const { clusterName } = wiring.cluster;
  const { role, policy } = makeCodedeployRole(module, {
    name,
    accountId,
    region,
    clusterName,
    ...routesOf(traffic),
    passedRoleArns: [task.executionRoleArn, task.taskRoleArn],
  });
  const application = address(new CodedeployApp(module, "codedeploy-app", { name, computePlatform: "ECS" }), module);
  const deploymentGroup = new CodedeployDeploymentGroup(module, "deployment-group", {
    appName: application.name,
    deploymentGroupName: name,
    serviceRoleArn: role.arn,
    deploymentConfigName: deploymentConfigurationName(module, deployment, name),
    deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
    ecsService: { clusterName, serviceName: service.name },
    blueGreenDeploymentConfig: howItMoves(deployment),
    loadBalancerInfo: whereItMoves(traffic),
    autoRollbackConfiguration: { enabled: true, events: rollbackEvents(rollbackAlarms) },
    ...(rollbackAlarms.length === 0 ? {} : { alarmConfiguration: { enabled: true, alarms: [...rollbackAlarms] } }),
    dependsOn: [policy],
  });
  return { application, deploymentGroup: address(deploymentGroup, module) };
}

function routesOf({ loadBalancer, route, testRoute }: Traffic) {
  const test = testRoute === undefined ? undefined : { listenerArn: loadBalancer.testListenerArn, ruleArn: testRoute.ruleArn };
  return {
    listenerArns: [loadBalancer.httpsListenerArn, ...(test === undefined ? [] : [test.listenerArn])],
    listenerRuleArns: [route.ruleArn, ...(test === undefined ? [] : [test.ruleArn])],
  };
}

function rollbackEvents(alarms: readonly string[]): string[] {
  return ["DEPLOYMENT_FAILURE", ...(alarms.length === 0 ? [] : ["DEPLOYMENT_STOP_ON_ALARM"])];
}

function howItMoves({ approvalWaitMinutes, terminationWaitMinutes }: SwitchedDeployment): BlueGreen {
  return {
    deploymentReadyOption:
      approvalWaitMinutes === 0
        ? { actionOnTimeout: "CONTINUE_DEPLOYMENT" }
        : { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: approvalWaitMinutes },
    terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: terminationWaitMinutes },
  };
}

function whereItMoves({ loadBalancer, targetGroup, greenTargetGroup, testRoute }: Traffic): LoadBalancerInfo {
  const groups = [targetGroup, greenTargetGroup].filter((group) => group !== undefined);
  return {
    targetGroupPairInfo: {
      targetGroup: groups.map(({ targetGroupName }) => ({ name: targetGroupName })),
      prodTrafficRoute: { listenerArns: [loadBalancer.httpsListenerArn] },
      ...(testRoute === undefined ? {} : { testTrafficRoute: { listenerArns: [loadBalancer.testListenerArn] } }),
    },
  };
}
