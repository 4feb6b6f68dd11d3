import { setTimeout as wait } from "node:timers/promises";
import { CodeDeploy } from "@aws-sdk/client-codedeploy";
import { ECS, type RegisterTaskDefinitionCommandInput, type TaskDefinition } from "@aws-sdk/client-ecs";
import { SSM } from "@aws-sdk/client-ssm";
import type { World } from "@groundplan/testing";
import type { ServiceParameter } from "../src/index.js";

/** What somebody else's pipeline does: it reads the parameter, and knows nothing of Terraform. */
export class Pipeline {
  private readonly ecs: ECS;
  private readonly codeDeploy: CodeDeploy;
  private readonly ssm: SSM;

  constructor({ server, environment, region }: World) {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId = "",
      AWS_SECRET_ACCESS_KEY: secretAccessKey = "",
      AWS_SESSION_TOKEN: sessionToken = "",
    } = environment;
    const access = { endpoint: server.url, region, credentials: { accessKeyId, secretAccessKey, sessionToken } };
    this.ecs = new ECS(access);
    this.codeDeploy = new CodeDeploy(access);
    this.ssm = new SSM(access);
  }

  async read(parameterName: string): Promise<ServiceParameter> {
    const { Parameter: parameter } = await this.ssm.getParameter({ Name: parameterName });
    return JSON.parse(parameter?.Value ?? "") as ServiceParameter;
  }

  /** Registers a revision of the service's family: Terraform's newest one, with another image. */
  async register({ revision, family, container }: ServiceParameter, image: string): Promise<string> {
    const { taskDefinition } = await this.ecs.describeTaskDefinition({ taskDefinition: revision });
    const registered = await this.ecs.registerTaskDefinition({ ...rendered(taskDefinition, container, image), family });
    return registered.taskDefinition?.taskDefinitionArn ?? "";
  }

  /** Deploys by ECS itself. */
  async update({ cluster, service }: ServiceParameter, taskDefinition: string): Promise<void> {
    await this.ecs.updateService({ cluster, service, taskDefinition });
    await this.until(async () => (await this.running({ cluster, service })) === taskDefinition);
  }

  /** Deploys by CodeDeploy, and goes on where it waits for somebody. */
  async move(parameter: ServiceParameter, taskDefinition: string): Promise<void> {
    const { codeDeploy, container, port } = parameter;
    const properties = { TaskDefinition: taskDefinition, LoadBalancerInfo: { ContainerName: container, ContainerPort: port } };
    const content = JSON.stringify({ version: 0, Resources: [{ TargetService: { Type: "AWS::ECS::Service", Properties: properties } }] });
    const { deploymentId = "" } = await this.codeDeploy.createDeployment({
      applicationName: codeDeploy?.application,
      deploymentGroupName: codeDeploy?.deploymentGroup,
      revision: { revisionType: "AppSpecContent", appSpecContent: { content } },
    });
    await this.until(async () => {
      const { deploymentInfo } = await this.codeDeploy.getDeployment({ deploymentId });
      if (deploymentInfo?.status === "Ready") await this.codeDeploy.continueDeployment({ deploymentId });
      if (deploymentInfo?.status === "Failed") throw new Error(`${deploymentId}: ${deploymentInfo.errorInformation?.message}`);
      return deploymentInfo?.status === "Succeeded";
    });
  }

  /** The revision that has the traffic. */
  async running({ cluster, service }: Pick<ServiceParameter, "cluster" | "service">): Promise<string | undefined> {
    const { services: [found] = [] } = await this.ecs.describeServices({ cluster, services: [service] });
    const [primary] = [...(found?.taskSets ?? []), ...(found?.deployments ?? [])].filter(({ status }) => status === "PRIMARY");
    return primary?.taskDefinition;
  }

  private async until(isDone: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      if (await isDone()) return;
      await wait(100);
    }
    throw new Error("nothing came of it");
  }
}

function rendered(
  template: TaskDefinition | undefined,
  container: string,
  image: string,
): Omit<RegisterTaskDefinitionCommandInput, "family"> {
  const { containerDefinitions, executionRoleArn, taskRoleArn, networkMode, volumes, cpu, memory, runtimePlatform } = template ?? {};
  return {
    containerDefinitions: containerDefinitions?.map((one) => (one.name === container ? { ...one, image } : one)),
    executionRoleArn,
    taskRoleArn,
    networkMode,
    volumes,
    cpu,
    memory,
    runtimePlatform,
    requiresCompatibilities: ["FARGATE"],
  };
}
