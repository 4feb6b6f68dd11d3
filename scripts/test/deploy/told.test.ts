import { describe, expect, it } from "vitest";
import { progressText } from "../../deploy/code-deploy.js";
import { logStreamOf } from "../../deploy/log-lines.js";
import { deployExitCode, deployText } from "../../deploy/outcome.js";
import { endOf } from "../../deploy/run-one-off.js";
import { reasonOf } from "../../deploy/stopped-tasks.js";

const about = {
  environment: "dev",
  service: "api",
  where: "aws",
  revision: "arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-api:8",
  image: "shop/api:v2",
};

describe("what a deployment came to", () => {
  it("is told with the revision, the image and the tasks", () => {
    const outcome = { ...about, status: "deployed", tasks: 2 } as const;
    expect(deployText(outcome)).toBe("dev api (aws): deployed dev-api:8 (shop/api:v2), 2 tasks run");
    expect(deployExitCode(outcome)).toBe(0);
  });

  it("is a failure with each reason once, and what was written last", () => {
    const failures = [{ reason: "Essential container in task exited; api: exit code 3", tasks: 3, lastLines: ["no database"] }];
    const outcome = {
      ...about,
      status: "failed",
      why: "rolled back to dev-api:7",
      failures,
      events: ["(service dev-api) is unable …"],
    } as const;
    expect(deployText(outcome).split("\n")).toEqual([
      "dev api (aws): dev-api:8 (shop/api:v2) is not deployed: rolled back to dev-api:7",
      "  3 tasks stopped: Essential container in task exited; api: exit code 3",
      "  its last log lines:",
      "    no database",
    ]);
    expect(deployExitCode(outcome)).toBe(1);
  });

  it("is a failure with ECS's own events where no task was ever started", () => {
    const outcome = {
      ...about,
      status: "failed",
      why: "dev-api:8 is not done after 30 min",
      failures: [],
      events: ["no capacity"],
    } as const;
    expect(deployText(outcome)).toContain("\n  no capacity");
  });

  it("is no success where nobody saw its end", () => {
    expect(deployExitCode({ ...about, status: "unfinished", why: "interrupted" })).toBe(1);
    expect(deployExitCode({ ...about, status: "started" })).toBe(0);
  });
});

describe("why a task stopped", () => {
  it("is said in AWS's words, with each container's own end, and nothing twice", () => {
    const exited = {
      stoppedReason: "Essential container in task exited",
      containers: [
        { name: "api", exitCode: 3 },
        { name: "proxy", exitCode: 0 },
      ],
    };
    expect(reasonOf(exited)).toBe("Essential container in task exited; api: exit code 3");
    const pull = "CannotPullContainerError: pull image manifest has been retried 1 time(s): shop/api:v9: not found";
    expect(reasonOf({ stoppedReason: pull, containers: [{ name: "api", reason: pull }] })).toBe(pull);
  });
});

describe("a one-off task", () => {
  const task = (exitCode: number | undefined) => ({
    stoppedReason: "Essential container in task exited",
    containers: [
      { name: "proxy", exitCode: 137 },
      { name: "api", ...(exitCode === undefined ? {} : { exitCode }) },
    ],
  });

  it("is done where its own container ends with 0, whatever its end does to others", () => {
    expect(endOf(task(0), "api")).toEqual({ status: "done", exitCode: 0 });
  });

  it("has failed with any other exit code, and where it never began", () => {
    expect(endOf(task(2), "api")).toMatchObject({ status: "failed", exitCode: 2, why: expect.stringContaining("api: exit code 2") });
    expect(endOf(task(undefined), "api")).toMatchObject({ status: "failed" });
  });
});

describe("a container's log stream", () => {
  const options = { "awslogs-group": "/shop/api", "awslogs-stream-prefix": "api", "awslogs-region": "eu-west-1" };

  it("is found by its options and the task's id", () => {
    const place = logStreamOf({ name: "web", logConfiguration: { logDriver: "awslogs", options } }, "abc");
    expect(place).toEqual({ region: "eu-west-1", group: "/shop/api", stream: "api/web/abc" });
  });

  it("is nowhere where another driver takes the logs", () => {
    expect(logStreamOf({ name: "web", logConfiguration: { logDriver: "awsfirelens", options } }, "abc")).toBeUndefined();
    expect(logStreamOf({ name: "web" }, "abc")).toBeUndefined();
  });
});

describe("a deployment of CodeDeploy's on its way", () => {
  it("says what is going on, where the traffic is, and that somebody is waited for", () => {
    const target = {
      lifecycleEvents: [
        { lifecycleEventName: "Install", status: "Succeeded" as const },
        { lifecycleEventName: "AllowTraffic", status: "InProgress" as const },
      ],
      taskSetsInfo: [
        { taskSetLabel: "Blue" as const, trafficWeight: 90 },
        { taskSetLabel: "Green" as const, trafficWeight: 10 },
      ],
    };
    expect(progressText(target, "InProgress")).toBe(", AllowTraffic, 10 % of the traffic on the new tasks");
    expect(progressText(undefined, "Ready")).toBe(", waits to be told to go on: aws deploy continue-deployment");
    expect(progressText(undefined, "Created")).toBe("");
  });
});
