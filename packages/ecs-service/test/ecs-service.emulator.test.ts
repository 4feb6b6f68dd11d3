import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EcsService, type EcsServiceProps } from "../src/index.js";
import { type Ground, layGround, place } from "./ground.js";

const image = "public.ecr.aws/docker/library/nginx:1.27.4";

/** Otherwise old revisions stay, so that a deployment can go back to them. */
const leavesNothing = { protect: false, skipDestroy: false } as const;

/** An API behind the shared load balancer, and a worker, in one stack. */
const services =
  (ground: Ground, changes: Partial<EcsServiceProps> = {}) =>
  (stack: TerraformStack): void => {
    const { network, cluster, alarmTopic, encryptionKey, zone, ingress } = ground;
    const wiring = { network, cluster, alarmTopic, encryptionKey };
    const scaling = { min: 2, max: 4, requestsPerTarget: 1000 };
    new EcsService(stack, "api", {
      ...place,
      ...wiring,
      name: "shop-api",
      image,
      port: 8080,
      appProtocol: "http",
      loadBalancer: "shared",
      hosts: ["api.shop.example.com"],
      priority: 10,
      scaling,
      serviceConnect: {},
      deployment: { kind: "rolling", rollbackOnAlarms: true },
      scheduledTasks: { cleanup: { schedule: "rate(1 day)", command: ["clean"] } },
      oneOffTasks: { migrate: { command: ["migrate"] } },
      parameterName: "/shop/service/api",
      ...leavesNothing,
      zone,
      sharedLoadBalancer: ingress,
      ...changes,
    });
    new EcsService(stack, "worker", { ...place, ...wiring, name: "shop-worker", image, desiredCount: 1, ...leavesNothing });
  };

describe("a service behind a shared load balancer, and a worker", () => {
  let world: World;
  let ground: { readonly deployment: Deployment; readonly ground: Ground };
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "ecs-service" });
    ground = await layGround(world);
    deployment = await world.deployment("services", services(ground.ground));
  });
  afterAll(() => world.stop());

  it("are applied on ground that has settled, and settle", async () => {
    await ground.deployment.expectEmptyPlan();
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("take another image, size and scaling, and nothing is replaced but the revision", async () => {
    const change = await deployment.change(
      services(ground.ground, {
        image: "public.ecr.aws/docker/library/nginx:1.28.0",
        size: { cpu: "1 vCPU", memory: "2 GB" },
        scaling: { min: 3, max: 6, cpuPercent: 40, memoryPercent: 70, requestsPerTarget: 500 },
        capacity: { base: 1, fargate: 1, spot: 1 },
        alarms: { serverErrorPercent: 1, p95LatencySeconds: { anomalyBand: 3 } },
      }),
    );
    expect(change.replace).toEqual(["aws_ecs_task_definition.api_task"]);
    expect(change.destroy).toEqual([]);
    expect(change.update).toContain("aws_ecs_service.api");
    await deployment.expectEmptyPlan();
  });

  it("are destroyed with their ground, and nothing is left", async () => {
    await deployment.destroy();
    await ground.deployment.destroy();
    expect(await ground.deployment.addresses()).toEqual([]);
  });
});
