import { brokenRules } from "@groundplan/core/schema";
import { describe, expect, it } from "vitest";
import { clusterNonProduction, clusterRules, nonProduction, notices, rules, schemas } from "../src/config.js";
import { config, given, own, shared } from "./service-data.js";

const broken = (data: Readonly<Record<string, unknown>>) => brokenRules(rules, config(data)).map(({ id }) => id);

describe("production's rules", () => {
  it.each([
    ["service-two-tasks", { desiredCount: 1 }],
    ["service-two-tasks-scaled", { scaling: { min: 1, max: 4 } }],
    ["service-two-tasks-scheduled", { scaling: { min: 2, max: 4, schedules: { night: { schedule: "rate(1 day)", min: 1, max: 2 } } } }],
    ["service-web-acl", { ...own, ownWebAcl: "off" }],
    ["service-web-acl", { ...own, ownWebAcl: { mode: "count" } }],
    ["service-load-balancer-logged", { ...own, ownLoadBalancer: { logs: "off" } }],
    ["service-alarms", { alarms: { runningBelowDesired: false } }],
    ["service-alarms", { ...shared, alarms: { serverErrorPercent: "off" } }],
    ["service-not-spot-only", { capacity: { fargate: 0, spot: 1 } }],
    ["service-image-of-the-estate", { image: "docker.io/library/nginx:1.27" }],
    ["service-image-pinned", { image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api:latest" }],
    ["service-image-pinned", { image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api" }],
    ["service-no-shell", { executeCommand: "on", readOnlyRoot: false }],
    ["service-rolls-back", { deployment: { kind: "rolling", circuitBreaker: "off" } }],
    ["task-protected", { protect: false }],
  ])("%s is broken by %j, and by nothing less", (id, data) => {
    expect(broken(data)).toEqual([id]);
  });

  it.each([
    [{ scaling: { min: 2, max: 4 }, desiredCount: 1 }],
    [{ capacity: { base: 2, fargate: 0, spot: 1 } }],
    [{ ...own, loadBalancer: "internal", ownWebAcl: "off" }],
    [{ image: `111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/api@sha256:${"0".repeat(64)}` }],
    [{ imageOwner: "pipeline", image: undefined }],
    [{ ...shared, deployment: { kind: "canary" } }],
    [{ desiredCount: 2, deployment: { kind: "rolling", maximumPercent: 101, minimumHealthyPercent: 50 } }],
  ])("hold for %j", (data) => {
    expect(broken(data)).toEqual([]);
  });

  it("are broken by the cheaper defaults only where these say so", () => {
    expect(broken({ ...nonProduction })).toEqual(["task-protected", "task-logs-kept", "service-two-tasks"]);
    const cluster = schemas.Cluster.parse({ name: "shop", accountId: given.accountId, region: given.region, ...clusterNonProduction });
    expect(brokenRules(clusterRules, cluster).map(({ id }) => id)).toEqual(["cluster-shell-log-kept", "cluster-protected"]);
  });

  it("speak of fields that there are", () => {
    for (const { path } of rules) expect(schemas.EcsService.shape).toHaveProperty(String(path[0]));
  });
});

describe("notices", () => {
  it("speak of a shell, and of what may come in a deployment's way", () => {
    expect(notices(config())).toEqual([]);
    const told = notices(
      config({
        ...shared,
        executeCommand: "on",
        readOnlyRoot: false,
        deployment: { kind: "linear" },
        scaling: { min: 2, max: 3 },
        capacity: { spot: 1 },
      }),
    );
    expect(told).toHaveLength(3);
  });
});
