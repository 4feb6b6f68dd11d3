import type { Deployment, Service } from "@aws-sdk/client-ecs";
import { describe, expect, it } from "vitest";
import { rolloutOf, runningRevision, taskSetRollout } from "../../deploy/rollout.js";

const arn = (revision: number) => `arn:aws:ecs:eu-west-1:111111111111:task-definition/api:${revision}`;
const broken = "ECS deployment circuit breaker: tasks failed to start.";

const primary = (revision: number, more: Deployment = {}): Deployment => ({
  ...{ status: "PRIMARY", taskDefinition: arn(revision), desiredCount: 2, runningCount: 2, failedTasks: 0, rolloutState: "COMPLETED" },
  ...more,
});
const active = (revision: number, more: Deployment = {}): Deployment => ({ ...primary(revision, more), status: "ACTIVE" });
const look = (...deployments: Deployment[]) => rolloutOf({ deployments }, arn(4));

describe("a revision's rollout", () => {
  it("is done once the primary deployment is its and has completed", () => {
    expect(look(primary(4))).toEqual({ state: "done", tasks: 2 });
  });

  it("goes on while tasks start, and says how many run and how many failed", () => {
    const begun = look(primary(4, { rolloutState: "IN_PROGRESS", runningCount: 1, failedTasks: 3 }), active(3));
    expect(begun).toEqual({ state: "running", text: "1 of 2 tasks run, 3 failed", running: 1 });
  });

  it("has failed where the circuit breaker stops it and nothing is there to go back to", () => {
    expect(look(primary(4, { rolloutState: "FAILED", rolloutStateReason: broken }))).toEqual({ state: "failed", why: broken, sure: true });
  });

  it("has failed where the service goes back to the revision before, though that deployment has completed", () => {
    const failed = active(4, { rolloutState: "FAILED", rolloutStateReason: broken });
    const back = "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.";
    const expected = { state: "failed", why: `rolled back to api:3: ${broken}`, sure: true };
    expect(look(primary(3, { rolloutState: "IN_PROGRESS", rolloutStateReason: back }), failed)).toEqual(expected);
    expect(look(primary(3, { rolloutStateReason: back }))).toEqual({ ...expected, why: `rolled back to api:3: ${back}` });
  });

  it("is no success where another revision runs, and is looked at again, since ECS may answer late", () => {
    expect(look(primary(3))).toEqual({ state: "failed", why: "api:3 runs in its place", sure: false });
  });
});

describe("a service that CodeDeploy deploys", () => {
  const service = (stabilityStatus: "STEADY_STATE" | "STABILIZING"): Service => ({
    taskDefinition: arn(3),
    taskSets: [
      { status: "ACTIVE", taskDefinition: arn(5), stabilityStatus: "STABILIZING" },
      {
        status: "PRIMARY",
        taskDefinition: arn(4),
        stabilityStatus,
        computedDesiredCount: 2,
        runningCount: stabilityStatus === "STEADY_STATE" ? 2 : 0,
      },
    ],
  });

  it("stands once the task set that has the traffic is steady", () => {
    expect(taskSetRollout(service("STEADY_STATE"))).toEqual({ state: "done", tasks: 2 });
    expect(taskSetRollout(service("STABILIZING"))).toEqual({ state: "running", text: "0 of 2 tasks run", running: 0 });
  });

  it("runs the revision of that task set", () => {
    expect(runningRevision(service("STEADY_STATE"))).toBe(arn(4));
  });
});
