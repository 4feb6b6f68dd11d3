import type { EcsService as AwsEcsService } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter/index.js";
import { address, type SecurityGroup } from "@groundplan/core";
import type { FargateTask } from "@groundplan/fargate-task";
import { Fn } from "cdktf";
import type { Blueprint } from "./blueprint.js";
import { capacityStrategy, type StrategyItem } from "./capacity-strategy.js";
import type { Codedeploy } from "./codedeploy.js";

/** What a pipeline needs to know to deploy a service. Whoever reads it need not know Terraform's state. */
export interface ServiceParameter {
  readonly service: string;
  readonly cluster: string;
  /** The family that runs. */
  readonly family: string;
  /** ARN of Terraform's newest revision; with `imageOwner: "pipeline"` it is the template's. */
  readonly revision: string;
  readonly container: string;
  readonly port: number | null;
  readonly imageOwner: "terraform" | "pipeline";
  readonly repositoryUrl: string | null;
  readonly deployment: "rolling" | "blueGreen" | "canary" | "linear";
  readonly codeDeploy: { readonly application: string; readonly deploymentGroup: string } | null;
  readonly capacityProviderStrategy: readonly StrategyItem[];
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly logGroup: string | null;
}

/** What the parameter speaks of. */
interface Told {
  readonly task: FargateTask;
  readonly securityGroup: SecurityGroup;
  readonly service: AwsEcsService;
  readonly codedeploy: Codedeploy | undefined;
}

/** Writes down how the service is deployed, for `groundplan deploy` and other people's pipelines. */
export function tellPipelines(blueprint: Blueprint, told: Told): SsmParameter | undefined {
  const { module, config } = blueprint;
  if (config.parameterName === undefined) return undefined;
  return address(
    new SsmParameter(module, "deployment-parameter", {
      name: config.parameterName,
      type: "String",
      description: `how ${config.name} is deployed`,
      // by Terraform: a list that is not known yet is no list to JSON.stringify
      value: Fn.jsonencode(contentOf(blueprint, told)),
    }),
    module,
    "deployment",
  );
}

function contentOf({ config, wiring }: Blueprint, { task, securityGroup, service, codedeploy }: Told): ServiceParameter {
  return {
    service: service.name,
    cluster: wiring.cluster.clusterName,
    family: task.family,
    revision: task.newestRevisionArn,
    container: task.containerName,
    port: config.port ?? null,
    imageOwner: config.imageOwner,
    repositoryUrl: wiring.repositories?.[0]?.repositoryUrl ?? repositoryOf(config.image),
    deployment: config.deployment.kind,
    codeDeploy:
      codedeploy === undefined
        ? null
        : { application: codedeploy.application.name, deploymentGroup: codedeploy.deploymentGroup.deploymentGroupName },
    capacityProviderStrategy: capacityStrategy(config.capacity),
    subnets: wiring.network.privateSubnetIds,
    securityGroups: [securityGroup.securityGroupId],
    logGroup: task.logGroupName,
  };
}

/** An image without its tag or digest. */
function repositoryOf(image: string | undefined): string | null {
  if (image === undefined || image.includes("${")) return null;
  return image.replace(/@sha256:[a-f0-9]+$/, "").replace(/:[\w][\w.-]*$/, "");
}
