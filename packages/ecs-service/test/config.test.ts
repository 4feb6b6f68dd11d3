import { brokenRules } from "@groundplan/core/schema";
import { describe, expect, it } from "vitest";
import { features, rules, schemas } from "../src/config.js";
import { config, given, own, shared } from "./service-data.js";

/** What is wrong, by path. */
const mastersSecret = "arn:aws:secretsmanager:eu-west-1:111111111111:secret:rds!db-5f0c1bb6-1f0a-4d6a-9d6e-0a5d2f4b7c11-AbCdEf";
const stale =
  "is a master's secret, which RDS rotates, and a running task keeps the old one; give the service a user of the database its own, " +
  'or read the secret at each connection, by "access"';

function problems(data: Readonly<Record<string, unknown>>): readonly string[] {
  const { error } = schemas.EcsService.safeParse({ ...given, ...data });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("a service's data", () => {
  it("needs an image and a name, and is safe without anything else", () => {
    expect(config()).toMatchObject({
      desiredCount: 2,
      loadBalancer: "none",
      deployment: { kind: "rolling", circuitBreaker: "rollback" },
      capacity: { base: 0, fargate: 1, spot: 0 },
      executeCommand: "off",
      protect: true,
    });
    expect(brokenRules(rules, config())).toEqual([]);
  });

  it.each([
    [{ name: "Shop" }, "name: is no name; give lower-case letters, digits and single hyphens, a letter first"],
    [{ ...shared, port: undefined }, "port: is missing, and a shared load balancer sends requests there; give the container's port"],
    [
      { ...shared, priority: undefined },
      "priority: is missing; give the place of the service's rule on the shared load balancer, 1 to 50000",
    ],
    [{ ...shared, hosts: [] }, 'hosts: is missing, and so is "paths"; say which requests on the shared load balancer are the service\'s'],
    [{ ...own, hosts: [] }, 'hosts: is missing, and HTTPS on a public load balancer needs a name; give one such as "api.shop.example.com"'],
    [
      { ...own, hosts: ["api?.example.com"] },
      'hosts.0: is a pattern that no certificate has; give a whole name, or one with "*." at its beginning',
    ],
    [{ ...own, priority: 1 }, "priority: is for a shared load balancer; take it out"],
    [{ hosts: ["api.example.com"] }, 'hosts: needs a load balancer; set "loadBalancer", or take it out'],
    [
      { scaling: { min: 1, max: 2, requestsPerTarget: 9 } },
      'scaling.requestsPerTarget: needs a load balancer; set "loadBalancer", or take it out',
    ],
    [{ scaling: { min: 3, max: 2 } }, 'scaling.min: is greater than "max" 2; give at most 2'],
    [{ scaling: { min: 0, max: 2 } }, "scaling.min: leaves no task whose load could start another one; give at least 1, or follow a queue"],
    [
      { scaling: { min: 1, max: 2, cpuPercent: "off" } },
      'scaling: follows nothing; set "cpuPercent", "memoryPercent", "requestsPerTarget", "queue" or "schedules"',
    ],
    [
      { scaling: { min: 1, max: 2, schedules: { night: { schedule: "every night", min: 1, max: 1 } } } },
      'scaling.schedules.night.schedule: is no schedule; give one such as "cron(0 3 * * ? *)", "rate(1 day)" or "at(2030-01-31T03:00:00)"',
    ],
    [
      { scaling: { min: 1, max: 2, schedules: { night: { schedule: "rate(1 day)", min: 2, max: 1 } } } },
      'scaling.schedules.night: has a "min" greater than its "max"; give min ≤ max',
    ],
    [
      { desiredCount: 1, deployment: { kind: "rolling", maximumPercent: 150 } },
      'deployment.maximumPercent: leaves no room for a new task where 1 runs; give at least 200, or a smaller "minimumHealthyPercent"',
    ],
    [
      { scaling: { min: 3, max: 9 }, deployment: { kind: "rolling", maximumPercent: 110 } },
      'deployment.maximumPercent: leaves no room for a new task where 3 run; give at least 134, or a smaller "minimumHealthyPercent"',
    ],
    [
      { scaling: { min: 1, max: 2, schedules: { night: { schedule: "rate(1 day)", timezone: "Berlin", min: 1, max: 1 } } } },
      'scaling.schedules.night.timezone: is no time zone; give one such as "Europe/Berlin"',
    ],
    [{ capacity: { fargate: 0 } }, "capacity: leaves tasks nowhere to run; give fargate or spot a weight"],
    [
      { executeCommand: "on" },
      'executeCommand: does not work in a container that cannot be written to; set "readOnlyRoot" to false while you need it',
    ],
    [{ serviceConnect: {} }, 'port: is missing, and others find the service there; give it, or set "serviceConnect.role" to client'],
    [
      { oneOffTasks: { migrate: { command: ["migrate"] } } },
      'parameterName: is missing, and one-off tasks are written beneath it; give one such as "/shop/prod/service/api"',
    ],
    [{ ...shared, targetGroup: { healthCheck: { path: "health" } } }, "targetGroup.healthCheck.path: is no path; give one such as /health"],
    [
      { ...shared, targetGroup: { healthCheck: { timeoutSeconds: 10 } } },
      'targetGroup.healthCheck.timeoutSeconds: is not shorter than "intervalSeconds" 10; give at most 9, or a longer interval',
    ],
    [
      { ...own, hosts: ["a.b.c", "b.b.c", "c.b.c", "d.b.c", "e.b.c", "f.b.c"] },
      "hosts: make 6 hosts and paths, and a rule takes 5; make another route for the rest",
    ],
    [
      { ...own, ownWebAcl: { capacity: 100 } },
      expect.stringMatching(/^ownWebAcl\.capacity: is less than the \d+ units that the rules take/),
    ],
    [
      { ...own, ownLoadBalancer: { allowedCidrs: ["2001:db8::/32"] } },
      'ownLoadBalancer.allowedCidrs.0: is IPv6, and "dualStack" is off; take it out, or set "dualStack"',
    ],
    [{ image: undefined }, 'image: is missing; give the image that runs, or set "imageOwner" to "pipeline"'],
    [
      { deployment: { kind: "rolling", rollbackOnAlarms: true } },
      "deployment.rollbackOnAlarms: watches requests, and there is no load balancer; take it out",
    ],
    [
      {
        ...shared,
        deployment: { kind: "rolling", rollbackOnAlarms: true },
        alarms: { serverErrorPercent: "off", p95LatencySeconds: "off" },
      },
      'deployment.rollbackOnAlarms: has no alarm to watch; set "alarms.serverErrorPercent" or "alarms.p95LatencySeconds"',
    ],
    [
      { ...shared, deployment: { kind: "blueGreen", approvalWaitMinutes: 5 }, testListener: "off" },
      'deployment.approvalWaitMinutes: waits for somebody who can see nothing; set "testListener", or give 0',
    ],
    [{ secrets: { DATABASE_PASSWORD: { secretArn: mastersSecret } } }, `secrets.DATABASE_PASSWORD.secretArn: ${stale}`],
    [
      { sidecars: { pool: { image: "x:1", secrets: { PASSWORD: { secretArn: mastersSecret.replace("!db", "!cluster") } } } } },
      `sidecars.pool.secrets.PASSWORD.secretArn: ${stale}`,
    ],
  ])("%j is refused, and what to do is told", (data, problem) => {
    expect(problems(data)).toEqual([problem]);
  });

  it("tells all that is wrong at once", () => {
    const told = problems({ loadBalancer: "shared", scaling: { min: 2, max: 1 }, executeCommand: "on", desiredCount: -1 });
    expect(told.map((problem) => problem.split(":")[0])).toEqual([
      "desiredCount",
      "port",
      "hosts",
      "priority",
      "scaling.min",
      "executeCommand",
    ]);
  });

  it.each(features.flatMap((feature) => (["rolling", "blueGreen", "canary", "linear"] as const).map((kind) => ({ feature, kind }))))(
    "a $feature.path goes with $kind as the table says",
    ({ feature, kind }) => {
      const asked: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
        serviceConnect: { ...shared, serviceConnect: {} },
        "scaling.requestsPerTarget": { ...shared, scaling: { min: 2, max: 4, requestsPerTarget: 100 } },
        loadBalancer: { loadBalancer: "none", alarms: {} },
        "targetGroup.stickiness": { ...shared, targetGroup: { stickiness: {} } },
      };
      const path = feature.path.join(".");
      const rollbackOnAlarms = path === "loadBalancer" ? { rollbackOnAlarms: false } : {};
      const told = problems({ ...asked[path], deployment: { kind, ...rollbackOnAlarms } });
      const refused = `${path}: does not go with "deployment.kind" ${kind}; ${feature.instead}`;
      expect(told).toEqual(feature.goesWith.includes(kind) ? [] : [refused]);
    },
  );

  it.each([
    ["circuitBreaker", "blueGreen"],
    ["minimumHealthyPercent", "canary"],
    ["percent", "blueGreen"],
    ["terminationWaitMinutes", "rolling"],
  ])("%s is no property of %s", (field, kind) => {
    expect(problems({ ...shared, deployment: { kind, [field]: 10 } })).toEqual([expect.stringContaining(`"${field}"`)]);
  });
});
