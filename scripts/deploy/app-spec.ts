import { createHash } from "node:crypto";
import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import type { DeployedService } from "./service-parameter.js";

/**
 * What CodeDeploy is told of a revision: whom traffic goes to, and where the tasks run.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html
 */
export function appSpec(service: DeployedService, revision: string): RevisionLocation {
  const content = JSON.stringify({
    version: 0,
    Resources: [{ TargetService: { Type: "AWS::ECS::Service", Properties: properties(service, revision) } }],
  });
  return { revisionType: "AppSpecContent", appSpecContent: { content, sha256: createHash("sha256").update(content).digest("hex") } };
}

function properties({ container, port, subnets, securityGroups, capacityProviderStrategy }: DeployedService, revision: string): object {
  return {
    TaskDefinition: revision,
    LoadBalancerInfo: { ContainerName: container, ContainerPort: port },
    NetworkConfiguration: {
      AwsvpcConfiguration: { Subnets: subnets, SecurityGroups: securityGroups, AssignPublicIp: "DISABLED" },
    },
    // without it, the new tasks would run by launch type, whatever the service says
    ...(capacityProviderStrategy.length === 0 ? {} : { CapacityProviderStrategy: capacityProviderStrategy.map(strategyItem) }),
  };
}

function strategyItem({ capacityProvider, base = 0, weight = 0 }: DeployedService["capacityProviderStrategy"][number]): object {
  return { CapacityProvider: capacityProvider, Base: base, Weight: weight };
}
