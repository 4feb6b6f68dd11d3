import { synthesize } from "@groundplan/testing";
import { DataTerraformRemoteStateLocal, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { FargateTask, OneOffTask, type OneOffTaskProps } from "../src/index.js";
import { encryptionKey, given } from "./task-template.js";

const place = {
  cluster: { clusterArn: "arn:aws:ecs:eu-west-1:111111111111:cluster/shop", clusterName: "shop" },
  network: { vpcId: "vpc-0a1b", privateSubnetIds: ["subnet-0a1b", "subnet-0c2d"] },
  securityGroupIds: ["sg-0a1b"],
};

const oneOffTemplate = (props: Partial<OneOffTaskProps> = {}) =>
  synthesize((stack) => {
    const task = new FargateTask(stack, "api", { ...given, encryptionKey });
    new OneOffTask(stack, "migrate", {
      ...place,
      parameterName: "/shop/api/task/migrate",
      command: ["node", "migrate.js"],
      task,
      ...props,
    });
  });

describe("a one-off task", () => {
  it("is a parameter, and nothing else", () => {
    expect(oneOffTemplate()).toHaveAddresses("golden/one-off-task.txt");
  });

  it("says how it is run, in RunTask's own words", () => {
    const parameter = oneOffTemplate({ followFamily: true }).resource("aws_ssm_parameter");
    expect(parameter).toMatchObject({ name: "/shop/api/task/migrate", type: "String" });
    expect(JSON.parse(String(parameter["value"]))).toEqual({
      cluster: "shop",
      taskDefinition: "shop-api",
      launchType: "FARGATE",
      count: 1,
      enableECSManagedTags: true,
      propagateTags: "TASK_DEFINITION",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ["subnet-0a1b", "subnet-0c2d"], securityGroups: ["sg-0a1b"], assignPublicIp: "DISABLED" },
      },
      overrides: { containerOverrides: [{ name: "app", command: ["node", "migrate.js"] }] },
    });
  });

  it("runs Terraform's revision, unless it follows the family", () => {
    expect(oneOffTemplate().resource("aws_ssm_parameter")["value"]).toContain(
      '"taskDefinition":${jsonencode(aws_ecs_task_definition.api.arn)}',
    );
  });

  it("takes subnets that are not known yet, as one list", () => {
    const template = synthesize((stack) => {
      const state = new DataTerraformRemoteStateLocal(stack, "network", { path: "network.tfstate" });
      const network = { vpcId: "vpc-0a1b", privateSubnetIds: Token.asList(state.get("contract.privateSubnetIds")) };
      const task = new FargateTask(stack, "api", { ...given, encryptionKey });
      new OneOffTask(stack, "migrate", { ...place, network, parameterName: "/shop/api/task/migrate", command: ["migrate"], task });
    });
    expect(template.resource("aws_ssm_parameter")["value"]).toContain(
      '"subnets":${jsonencode(data.terraform_remote_state.network.outputs.contract.privateSubnetIds)}',
    );
  });
});
