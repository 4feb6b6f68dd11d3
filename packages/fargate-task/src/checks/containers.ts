import type { CrossProblem } from "@groundplan/core/schema";
import { isKnownNumber } from "../schema/known.js";
import type { TaskConfig } from "../schema/task.js";
import { environmentProblems, optionProblems } from "./environment.js";

/** What the modules beside the main container are called, where there are any. */
export const collectorName = "otel-collector";
export const routerName = "log-router";

type Container = Pick<
  TaskConfig,
  "environment" | "secrets" | "user" | "runAsRoot" | "dependsOn" | "mounts" | "writablePaths" | "healthCheck"
>;

/** A container, and where it stands in the data. */
export interface Placed {
  readonly name: string;
  readonly path: readonly string[];
  readonly container: Container;
  readonly essential: boolean;
}

/** The main container and the sidecars. */
export function containersOf(task: Container & Pick<TaskConfig, "containerName" | "sidecars">): readonly Placed[] {
  return [
    { name: task.containerName, path: [], container: task, essential: true },
    ...Object.entries(task.sidecars).map(([name, container]) => ({
      name,
      path: ["sidecars", name],
      container,
      essential: container.essential,
    })),
  ];
}

/** Names and ports that are given twice, variables that look like secrets, health checks and users that ECS refuses. */
export function containerProblems(task: TaskConfig): CrossProblem[] {
  return [
    ...nameProblems(task),
    ...portProblems(task),
    ...optionProblems(task.logs.firelens?.options ?? {}),
    ...containersOf(task).flatMap(({ path, container }) =>
      [...environmentProblems(container), ...userProblems(container), ...healthProblems(container)].map((problem) => ({
        ...problem,
        path: [...path, ...problem.path],
      })),
    ),
  ];
}

function nameProblems({ containerName, sidecars, tracing, logs }: TaskConfig): CrossProblem[] {
  const own = [...(tracing ? [collectorName] : []), ...(logs.firelens === undefined ? [] : [routerName])];
  const taken = Object.keys(sidecars).filter((name) => name === containerName || own.includes(name));
  return [
    ...taken.map((name) => ({ path: ["sidecars", name], value: undefined, message: "is another container's name; give it another" })),
    ...(own.includes(containerName)
      ? [{ path: ["containerName"], value: containerName, message: "is the name of a container that is made beside it; give another" }]
      : []),
  ];
}

/** Where the collector listens. */
const collectorPorts = [4317, 4318, 13_133];

/** The containers of a task share one network interface. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html */
function portProblems({ containerName, port, sidecars, tracing }: TaskConfig): CrossProblem[] {
  const holders = new Map<number, string>(tracing ? collectorPorts.map((own) => [own, collectorName]) : []);
  const placed = [
    { name: containerName, port, path: ["port"] },
    ...Object.entries(sidecars).map(([name, sidecar]) => ({ name, port: sidecar.port, path: ["sidecars", name, "port"] })),
  ];
  return placed.flatMap(({ name, port: own, path }) => {
    if (!isKnownNumber(own)) return [];
    const holder = holders.get(own);
    holders.set(own, holder ?? name);
    return holder === undefined
      ? []
      : [{ path, value: own, message: `is where "${holder}" listens, and a task has one address; give another` }];
  });
}

function userProblems({ user, runAsRoot }: Container): CrossProblem[] {
  if (runAsRoot || !/^(0|root)(:|$)/.test(user)) return [];
  return [{ path: ["user"], value: user, message: 'is root; set "runAsRoot" to true, or give another' }];
}

function healthProblems({ healthCheck }: Container): CrossProblem[] {
  const { command } = healthCheck ?? {};
  if (!Array.isArray(command) || !["CMD", "CMD-SHELL", "NONE"].includes(command[0] ?? "")) return [];
  const message =
    "begins with a word of ECS's own, which is put there for you; give the program and its arguments, or one line for the shell";
  return [{ path: ["healthCheck", "command"], value: command, message }];
}

/** Sidecars whose sizes do not leave the main container anything. */
export function shareProblems({ size, sidecars }: Pick<TaskConfig, "size" | "sidecars">): CrossProblem[] {
  return (["cpu", "memory"] as const).flatMap((kind) => {
    const whole = size[kind];
    const parts = Object.values(sidecars).map((sidecar) => sidecar[kind] ?? 0);
    if (!isKnownNumber(whole) || !parts.every(isKnownNumber)) return [];
    const sum = parts.reduce((total, part) => total + part, 0);
    if (sum < whole) return [];
    const [unit, of] = kind === "cpu" ? ["units", "cpu"] : ["MiB", "memory"];
    const message = `take ${sum} ${unit} of the task's ${whole}, and leave the main container none; give them less, or "size.${of}" more`;
    return [{ path: ["sidecars"], value: undefined, message }];
  });
}
