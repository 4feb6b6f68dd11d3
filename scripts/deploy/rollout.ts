import type { Deployment, Service, TaskSet } from "@aws-sdk/client-ecs";
import { shortRevision } from "./task-definition.js";

/** How far a revision has come. */
export type Rollout =
  | { readonly state: "running"; readonly text: string; readonly running: number }
  | { readonly state: "done"; readonly tasks: number }
  /** `sure`: AWS itself says so; otherwise a look that came too early would say the same */
  | { readonly state: "failed"; readonly why: string; readonly sure: boolean };

/**
 * What became of a revision under ECS's own controller: it is done where the primary deployment is its, and has completed.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
 */
export function rolloutOf({ deployments = [] }: Service, revision: string): Rollout {
  const primary = deployments.find(({ status }) => status === "PRIMARY");
  if (primary === undefined) return { state: "running", text: "no deployment yet", running: 0 };
  if (primary.taskDefinition !== revision) return leftFor(primary, deployments, revision);
  if (primary.rolloutState === "COMPLETED") return { state: "done", tasks: primary.runningCount ?? 0 };
  if (primary.rolloutState === "FAILED") return { state: "failed", why: primary.rolloutStateReason ?? "its deployment failed", sure: true };
  return goesOn(primary);
}

function leftFor(primary: Deployment, deployments: readonly Deployment[], revision: string): Rollout {
  const own = deployments.find(({ taskDefinition }) => taskDefinition === revision);
  const reason = primary.rolloutStateReason ?? "";
  const rolledBack = own?.rolloutState === "FAILED" || reason.includes("rolling back");
  const now = shortRevision(primary.taskDefinition ?? "another revision");
  if (!rolledBack) return { state: "failed", why: `${now} runs in its place`, sure: false };
  return { state: "failed", why: `rolled back to ${now}: ${own?.rolloutStateReason ?? reason}`, sure: true };
}

/** How far the task set that has the traffic has come, of a service that CodeDeploy deploys: nothing but time tells that it failed. */
export function taskSetRollout({ taskSets = [] }: Service): Rollout {
  const primary = taskSets.find(({ status }) => status === "PRIMARY");
  if (primary === undefined) return { state: "running", text: "no task set yet", running: 0 };
  if (primary.stabilityStatus === "STEADY_STATE") return { state: "done", tasks: primary.runningCount ?? 0 };
  return goesOn({ ...primary, desiredCount: primary.computedDesiredCount });
}

/** The revision that has the traffic. */
export function runningRevision({ deployments = [], taskSets = [], taskDefinition }: Service): string | undefined {
  const primary: Deployment | TaskSet | undefined = [...deployments, ...taskSets].find(({ status }) => status === "PRIMARY");
  return primary?.taskDefinition ?? taskDefinition;
}

type Counts = Pick<Deployment, "runningCount" | "failedTasks" | "desiredCount">;

function goesOn({ runningCount = 0, desiredCount = 0, failedTasks = 0 }: Counts): Rollout {
  const running = `${runningCount} of ${desiredCount} ${desiredCount === 1 ? "task runs" : "tasks run"}`;
  return { state: "running", text: failedTasks === 0 ? running : `${running}, ${failedTasks} failed`, running: runningCount };
}
