import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { CreateSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FargateTask, type FargateTaskProps, OneOffTask, ScheduledTask } from "../src/index.js";
import { everything, given } from "./task-template.js";

const repository = "333333333333.dkr.ecr.eu-west-1.amazonaws.com/shop/api";
const network = { vpcId: "vpc-0a1b", privateSubnetIds: ["subnet-0123456789abcdef0"] };
const place = { network, securityGroupIds: ["sg-0123456789abcdef0"] };
const home = { accountId: "111111111111", region: "eu-west-1" };

/** A task with everything, one of a pipeline's, a schedule and a one-off task; all may be destroyed. */
const tasks =
  (...changes: readonly Partial<FargateTaskProps>[]) =>
  (stack: TerraformStack): void => {
    const inUse = { skipDestroy: false, protect: false };
    const cluster = new EcsCluster(stack, "cluster", { name: "shop" });
    const where = { ...place, cluster: { clusterArn: cluster.arn, clusterName: cluster.name } };
    const { encryptionKey: _, ...all } = everything;
    const task = new FargateTask(stack, "api", Object.assign({}, given, all, inUse, ...changes));
    const { image: __, ...rest } = given;
    const pipelines = new FargateTask(stack, "worker", { ...rest, ...inUse, name: "shop-worker", imageOwner: "pipeline", port: 8080 });
    const schedule = { ...home, ...where, schedule: "cron(0 3 * * ? *)" };
    new ScheduledTask(stack, "cleanup", { ...schedule, name: "shop-cleanup", task, command: ["clean"], flexibleWindowMinutes: 15 });
    new ScheduledTask(stack, "report", { ...schedule, name: "shop-report", task: pipelines, followFamily: true });
    new OneOffTask(stack, "migrate", { ...where, parameterName: "/shop/api/task/migrate", task, command: ["migrate"] });
  };

describe("tasks that stand", () => {
  let world: World;
  beforeAll(async () => {
    world = await onEmulator({ name: "fargate-task" });
  });
  afterAll(() => world.stop());

  it("are applied, settle, take another image and size in a new revision, settle again, and are destroyed", async () => {
    const deployment = await world.deployment("tasks", tasks());
    await deployment.apply();
    await deployment.expectEmptyPlan();
    const changed = await deployment.change(tasks({ image: `${repository}:1.5.0`, size: { cpu: 2048, memory: 4096 } }));
    expect(changed.replace).toEqual(["aws_ecs_task_definition.api"]);
    expect([...changed.create, ...changed.destroy]).toEqual([]);
    await deployment.expectEmptyPlan();
    await deployment.destroy();
  });

  it("never show a secret's value: it is in no JSON, no plan and no state", async () => {
    const canary = "canary-5f1d7c0b9a";
    const secretArn = await makeSecret(world, JSON.stringify({ password: canary }));
    const deployment = await world.deployment("canary", (stack) => {
      const secrets = { PASSWORD: { secretArn, jsonKey: "password" } };
      new FargateTask(stack, "api", { ...given, skipDestroy: false, protect: false, secrets });
    });
    await deployment.plan();
    const plan = await shown(world, deployment, "plan.tfplan");
    await deployment.apply();
    const texts = { json: textOf(deployment, "cdk.tf.json"), plan, state: textOf(deployment, "terraform.tfstate") };
    for (const text of Object.values(texts)) {
      expect(text).toContain(secretArn);
      expect(text).not.toContain(canary);
    }
    await deployment.destroy();
  });
});

/** A secret as a person makes one: Terraform has no part in it. */
async function makeSecret({ server, environment, region }: World, SecretString: string): Promise<string> {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId = "",
    AWS_SECRET_ACCESS_KEY: secretAccessKey = "",
    AWS_SESSION_TOKEN: sessionToken = "",
  } = environment;
  const client = new SecretsManagerClient({ endpoint: server.url, region, credentials: { accessKeyId, secretAccessKey, sessionToken } });
  const { ARN = "" } = await client.send(new CreateSecretCommand({ Name: "shop/canary", SecretString }));
  return ARN;
}

/** A plan in Terraform's own words, with every value that it holds. */
async function shown({ environment }: World, { folder }: Deployment, file: string): Promise<string> {
  const terraform = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
  const options = { cwd: folder, env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 };
  return (await promisify(execFile)(terraform, ["show", "-json", file], options)).stdout;
}

function textOf({ folder }: Deployment, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}
