import type { Container, Task } from "@aws-sdk/client-ecs";
import type { Clients } from "./clients.js";
import { lastLines, logStreamOf } from "./log-lines.js";
import { readRevision } from "./task-definition.js";

/** Tasks that stopped for one reason. */
export interface Failure {
  readonly reason: string;
  readonly tasks: number;
  /** what the last of them wrote last */
  readonly lastLines: readonly string[];
}

export interface WhereTasks {
  readonly cluster: string;
  readonly service: string;
}

const shownFailures = 3;

/**
 * Why tasks of a revision stopped, the newest reason first. ECS tells of stopped tasks for an hour.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html
 */
export async function failuresOf(clients: Clients, { cluster, service }: WhereTasks, revision: string): Promise<Failure[]> {
  const ecs = await clients.ecs();
  const { taskArns = [] } = await ecs.listTasks({ cluster, serviceName: service, desiredStatus: "STOPPED" });
  if (taskArns.length === 0) return [];
  const { tasks = [] } = await ecs.describeTasks({ cluster, tasks: taskArns });
  const own = tasks.filter((task) => task.taskDefinitionArn === revision && !wasReplaced(task));
  const sorted = own.sort((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0));
  // those of the last deployment: an earlier one of the same revision may have failed within the hour, too
  const newest = sorted.filter(({ startedBy }) => startedBy === sorted[0]?.startedBy);
  const reasons = [...new Set(newest.map(reasonOf))].slice(0, shownFailures);
  return Promise.all(
    reasons.map(async (reason) => {
      const alike = newest.filter((task) => reasonOf(task) === reason);
      return { reason, tasks: alike.length, lastLines: await lastLinesOf(clients, alike[0]) };
    }),
  );
}

/** A task that ECS stopped since another one took its place has not failed. */
function wasReplaced({ stoppedReason = "" }: Task): boolean {
  return stoppedReason.startsWith("Scaling activity initiated by");
}

/** Why a task stopped, in AWS's words, without what differs from task to task. */
export function reasonOf({ stoppedReason = "it stopped", containers = [] }: Task): string {
  const told = containers.flatMap(({ name, exitCode, reason }) => {
    const parts = [...(exitCode ? [`exit code ${exitCode}`] : []), ...(reason && !stoppedReason.includes(reason) ? [reason] : [])];
    return parts.length === 0 ? [] : [`${name}: ${parts.join(", ")}`];
  });
  return [stoppedReason, ...told].join("; ");
}

/** Of the container that made the task stop: the first that failed, or the first at all. */
async function lastLinesOf(clients: Clients, task: Task | undefined): Promise<string[]> {
  const { taskDefinitionArn, taskArn, containers = [] } = task ?? {};
  if (taskDefinitionArn === undefined || taskArn === undefined) return [];
  const failed: Container | undefined = containers.find(({ exitCode }) => exitCode) ?? containers[0];
  const { definition } = await readRevision(clients, taskDefinitionArn);
  const container = definition.containerDefinitions?.find(({ name }) => name === failed?.name);
  const place = container === undefined ? undefined : logStreamOf(container, taskIdOf(taskArn));
  return place === undefined ? [] : lastLines(clients, place);
}

/** Indented lines beneath what failed. */
export function failureLines(failures: readonly Failure[]): string[] {
  return failures.flatMap(({ reason, tasks, lastLines }) => [
    `  ${tasks} ${tasks === 1 ? "task" : "tasks"} stopped: ${reason}`,
    ...(lastLines.length === 0 ? [] : ["  its last log lines:", ...lastLines.map((line) => `    ${line}`)]),
  ]);
}

export function taskIdOf(arn: string): string {
  return arn.split("/").at(-1) ?? arn;
}
