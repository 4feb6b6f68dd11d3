import { type Deployment, onEmulator, type PlanSummary, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EcsService, type EcsServiceData, type EcsServiceProps } from "../src/index.js";
import { type Ground, layGround, place } from "./ground.js";
import { Pipeline } from "./pipeline.js";

const image = "public.ecr.aws/docker/library/nginx:1.27.4";
const newerImage = "public.ecr.aws/docker/library/nginx:1.28.0";
const newestImage = "public.ecr.aws/docker/library/nginx:1.29.0";

/** What a person changes now and then. */
const changes = {
  image: newerImage,
  size: { cpu: "1 vCPU", memory: "2 GB" },
  scaling: { min: 3, max: 6, cpuPercent: 40, memoryPercent: 70 },
} satisfies Partial<EcsServiceProps>;

/** Otherwise old revisions stay, so that a deployment can go back to them. */
const leavesNothing = { protect: false, skipDestroy: false } as const;

const nothing: PlanSummary["replace"] = [];

let world: World;
let base: { readonly deployment: Deployment; readonly ground: Ground };
let pipeline: Pipeline;
beforeAll(async () => {
  world = await onEmulator({ name: "ecs-service-modes" });
  base = await layGround(world);
  pipeline = new Pipeline(world);
});
afterAll(() => world.stop());

/** A service behind the shared load balancer, with a path of its own. */
const behindIngress =
  (name: string, priority: number, ...props: readonly Partial<EcsServiceProps>[]) =>
  (stack: TerraformStack): void => {
    const { ingress: sharedLoadBalancer, zone: _, ...wiring } = base.ground;
    const given = { ...place, name: `shop-${name}`, image, port: 8080, scaling: { min: 2, max: 4 }, ...leavesNothing };
    const traffic = { loadBalancer: "shared", paths: [`/${name}/*`], priority, sharedLoadBalancer } as const;
    const parameterName = `/shop/service/${name}`;
    new EcsService(stack, "service", Object.assign({}, given, traffic, wiring, { parameterName }, ...props));
  };

describe.each([
  { name: "blue-green", priority: 10, deployment: { kind: "blueGreen", approvalWaitMinutes: 10, terminationWaitMinutes: 0 } },
  { name: "canary", priority: 20, deployment: { kind: "canary", percent: 25, terminationWaitMinutes: 0 } },
  { name: "linear", priority: 30, deployment: { kind: "linear", intervalMinutes: 1, terminationWaitMinutes: 0 } },
] satisfies readonly { name: string; priority: number; deployment: EcsServiceData["deployment"] }[])(
  "a service that CodeDeploy deploys, $name",
  ({ name, priority, deployment: kind }) => {
    let deployment: Deployment;
    const service = (...props: readonly Partial<EcsServiceProps>[]) => behindIngress(name, priority, { deployment: kind }, ...props);

    it("is applied, and settles", async () => {
      deployment = await world.deployment(name, service());
      await deployment.apply();
      await deployment.expectEmptyPlan();
    });

    it("takes another image, size and scaling in a new revision, and the service is left to CodeDeploy", async () => {
      const change = await deployment.change(service(changes));
      expect(change.replace).toEqual(["aws_ecs_task_definition.service_task"]);
      expect(change.destroy).toEqual(nothing);
      expect(change.update).not.toContain("aws_ecs_service.service");
      await deployment.expectEmptyPlan();
    });

    it("is deployed by CodeDeploy, and Terraform takes nothing of it back", async () => {
      const parameter = await pipeline.read(`/shop/service/${name}`);
      expect(await pipeline.running(parameter)).not.toBe(parameter.revision);
      await pipeline.move(parameter, parameter.revision);
      expect(await pipeline.running(parameter)).toBe(parameter.revision);
      await deployment.expectEmptyPlan();
    });

    it("takes another health check, alarm and tag of its deployment in place afterwards", async () => {
      const targetGroup = { healthCheck: { path: "/health" } };
      const change = await deployment.change(service(changes, { targetGroup, alarms: { cpuPercent: 70 }, healthCheckGraceSeconds: 120 }));
      expect([...change.replace, ...change.destroy]).toEqual(nothing);
      expect(change.update).toEqual(expect.arrayContaining(["aws_ecs_service.service", "aws_lb_target_group.service_target_group_green"]));
      await deployment.expectEmptyPlan();
    });

    it("is destroyed, and nothing is left", async () => {
      await deployment.destroy();
    });
  },
);

describe.each([
  { name: "by-ecs", priority: 40, deployment: { kind: "rolling" } },
  { name: "by-codedeploy", priority: 50, deployment: { kind: "blueGreen", terminationWaitMinutes: 0 } },
] satisfies readonly { name: string; priority: number; deployment: EcsServiceData["deployment"] }[])(
  "a service whose image a pipeline owns, deployed $name",
  ({ name, priority, deployment: kind }) => {
    let deployment: Deployment;
    const owned = { imageOwner: "pipeline", image: undefined, repositories: [], deployment: kind } as const;
    const tasks = { scheduledTasks: { cleanup: { schedule: "rate(1 day)" } }, oneOffTasks: { migrate: { command: ["migrate"] } } };
    const service = (...props: readonly Partial<EcsServiceProps>[]) => behindIngress(name, priority, owned, tasks, ...props);
    const deploy = async (newer: string): Promise<string> => {
      const parameter = await pipeline.read(`/shop/service/${name}`);
      const revision = await pipeline.register(parameter, newer);
      await (kind.kind === "rolling" ? pipeline.update(parameter, revision) : pipeline.move(parameter, revision));
      expect(await pipeline.running(parameter)).toBe(revision);
      return revision;
    };

    it("is applied without an image, and settles", async () => {
      deployment = await world.deployment(name, service());
      await deployment.apply();
      await deployment.expectEmptyPlan();
    });

    it("runs what the pipeline deploys, and Terraform takes nothing of it back", async () => {
      await deploy(newerImage);
      await deployment.expectEmptyPlan();
    });

    it("gets a newer template of Terraform's, and runs on with the pipeline's revision until the next deployment", async () => {
      const parameter = await pipeline.read(`/shop/service/${name}`);
      const before = await pipeline.running(parameter);
      const change = await deployment.change(service({ environment: { LOG_LEVEL: "debug" }, size: { cpu: 512, memory: 1024 } }));
      expect(change.replace).toEqual(["aws_ecs_task_definition.service_task_template"]);
      expect(change.update).toEqual(["aws_ssm_parameter.service_deployment"]);
      expect(await pipeline.running(parameter)).toBe(before);
      expect(await deploy(newestImage)).not.toBe(before);
      await deployment.expectEmptyPlan();
    });

    it("is destroyed, and nothing is left", async () => {
      await deployment.destroy();
    });
  },
);

describe("a service with a public load balancer of its own", () => {
  let deployment: Deployment;
  const service =
    (...props: readonly Partial<EcsServiceProps>[]) =>
    (stack: TerraformStack): void => {
      const { ingress: _, ...wiring } = base.ground;
      const scaling = { min: 2, max: 4, requestsPerTarget: 1000 };
      const given = { ...place, name: "shop-web", image, port: 8080, scaling, ...leavesNothing };
      const traffic = { loadBalancer: "public", hosts: ["web.shop.example.com"] } as const;
      new EcsService(stack, "service", Object.assign({}, given, traffic, wiring, ...props));
    };

  it("is applied, and settles", async () => {
    deployment = await world.deployment("own", service());
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("takes another image, size, scaling and capacity, and neither load balancer nor target group nor log group is replaced", async () => {
    const change = await deployment.change(service(changes, { capacity: { base: 1, spot: 1 } }));
    expect(change.replace).toEqual(["aws_ecs_task_definition.service_task"]);
    expect(change.update).toContain("aws_ecs_service.service");
    await deployment.expectEmptyPlan();
  });

  it("takes another port with a new target group, which is there before the old one goes", async () => {
    const change = await deployment.change(service(changes, { capacity: { base: 1, spot: 1 }, port: 9090 }), {
      allow: ["aws_lb_target_group.service_target_group"],
    });
    expect(change.replace).toEqual(
      expect.arrayContaining(["aws_lb_target_group.service_target_group", "aws_ecs_task_definition.service_task"]),
    );
    expect(change.replace).not.toContain("aws_ecs_service.service");
    await deployment.expectEmptyPlan();
  });

  it("is destroyed, and nothing is left", async () => {
    await deployment.destroy();
  });
});

describe("a service that goes over to CodeDeploy, and back", () => {
  const rolling = { kind: "rolling" } as const;
  const blueGreen = { kind: "blueGreen", terminationWaitMinutes: 0 } as const;
  const allow = ["aws_ecs_service.service"];
  let deployment: Deployment;
  const service = (kind: EcsServiceData["deployment"], ...props: readonly Partial<EcsServiceProps>[]) =>
    behindIngress("over", 60, { deployment: kind }, ...props);

  it("is applied, and settles", async () => {
    deployment = await world.deployment("over", service(rolling));
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("is another service to AWS, which nobody makes by accident: a plan is refused, unless it is named", async () => {
    await expect(deployment.change(service(blueGreen))).rejects.toThrow("would lose aws_ecs_service.service");
    await deployment.change(service(rolling, { protect: true }));
    await expect(deployment.change(service(blueGreen, { protect: true }), { allow })).rejects.toThrow("prevent_destroy");
    await deployment.change(service(rolling));
  });

  it.each([
    ["over", blueGreen],
    ["back", rolling],
  ])("goes %s by its name, and neither target group in use nor log group is replaced", async (_, kind) => {
    const change = await deployment.change(service(kind), { allow });
    expect(change.replace).toEqual(expect.arrayContaining(allow));
    expect(change.replace.filter((address) => /^aws_(lb|cloudwatch_log)/.test(address))).toEqual(nothing);
    expect(change.destroy).not.toContain("aws_lb_target_group.service_target_group");
    await deployment.expectEmptyPlan();
  });

  it("is destroyed, and nothing is left", async () => {
    await deployment.destroy();
  });
});

describe("the ground", () => {
  it("has not moved, is destroyed, and nothing is left", async () => {
    await base.deployment.expectEmptyPlan();
    await base.deployment.destroy();
  });
});
