import type { RunTaskCommandInput, Task } from "@aws-sdk/client-ecs";
import { InputError } from "../failure.js";
import type { Clients } from "./clients.js";
import { minutes } from "./follow.js";
import { LogTail, logStreamOf } from "./log-lines.js";
import { reasonOf, taskIdOf } from "./stopped-tasks.js";
import { imageOf, readRevision } from "./task-definition.js";
import type { OneOffTask } from "./task-parameter.js";
import { until } from "./until.js";

/** What became of a one-off task. */
export interface TaskOutcome {
  readonly status: "done" | "failed" | "unfinished" | "started";
  readonly task: string;
  readonly revision: string;
  readonly image: string | undefined;
  readonly exitCode?: number;
  readonly why?: string;
}

export interface OneOffOptions {
  readonly wait: boolean;
  readonly milliseconds: number;
  /** each line that it writes, as it comes */
  onLine(line: string): void;
  tell(text: string): void;
}

/** Runs a one-off task once, shows what it writes, and waits for its end. */
export async function runOneOff(clients: Clients, input: OneOffTask, options: OneOffOptions): Promise<TaskOutcome> {
  const { taskArn = "", taskDefinitionArn = "" } = await start(clients, input);
  const [{ name: container }] = input.overrides.containerOverrides;
  const revision = await readRevision(clients, taskDefinitionArn);
  const about = { task: taskIdOf(taskArn), revision: taskDefinitionArn, image: imageOf(revision, container) };
  options.tell(`task ${about.task} is on its way`);
  if (!options.wait) return { ...about, status: "started" };

  const definition = revision.definition.containerDefinitions?.find(({ name }) => name === container);
  const place = definition === undefined ? undefined : logStreamOf(definition, about.task);
  const tail = place === undefined ? undefined : new LogTail(clients, place);
  const waited = await until(async () => {
    const now = await look(clients, input.cluster, taskArn);
    options.tell(`task ${about.task}: ${(now.lastStatus ?? "pending").toLowerCase()}`);
    for (const line of (await tail?.next()) ?? []) options.onLine(line);
    return now.lastStatus === "STOPPED" ? now : undefined;
  }, options.milliseconds);
  if (waited !== "timeout" && waited !== "interrupted") return { ...about, ...endOf(waited.found, container) };
  const why = waited === "timeout" ? `it is not done after ${minutes(options.milliseconds)}` : "interrupted: it goes on in AWS";
  return { ...about, status: "unfinished", why: `${why}; to stop it: aws ecs stop-task --cluster ${input.cluster} --task ${about.task}` };
}

/** @throws {InputError} where ECS starts none, with its reason */
async function start(clients: Clients, input: OneOffTask): Promise<Task> {
  const request: RunTaskCommandInput = { ...input, count: 1, startedBy: "groundplan" };
  const { tasks: [task] = [], failures = [] } = await (await clients.ecs()).runTask(request);
  if (task !== undefined) return task;
  const reasons = failures.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(": "));
  throw new InputError(`ECS did not start the task: ${reasons.join("; ") || "it gave no reason"}`);
}

async function look(clients: Clients, cluster: string, taskArn: string): Promise<Task> {
  const { tasks: [task] = [] } = await (await clients.ecs()).describeTasks({ cluster, tasks: [taskArn] });
  return task ?? {};
}

/** The main container's exit code decides: others may be stopped by its end. */
export function endOf(task: Task, container: string): Pick<TaskOutcome, "status" | "exitCode" | "why"> {
  const exitCode = task.containers?.find(({ name }) => name === container)?.exitCode;
  if (exitCode === 0) return { status: "done", exitCode };
  return { status: "failed", why: reasonOf(task), ...(exitCode === undefined ? {} : { exitCode }) };
}
