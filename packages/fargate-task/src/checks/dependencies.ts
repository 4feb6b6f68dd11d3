import type { CrossProblem } from "@groundplan/core/schema";
import type { TaskConfig } from "../schema/task.js";
import { containersOf, type Placed } from "./containers.js";

/** Containers that wait for one that is not there, for what it can never reach, or for each other. */
export function dependencyProblems(task: TaskConfig): CrossProblem[] {
  const containers = containersOf(task);
  return [...containers.flatMap((container) => waitProblems(container, containers)), ...circle(containers)];
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
function waitProblems({ path, container }: Placed, containers: readonly Placed[]): CrossProblem[] {
  return Object.entries(container.dependsOn).flatMap(([name, condition]) => {
    const message = whyNever(
      containers.find((other) => other.name === name),
      condition,
      containers,
    );
    return message === undefined ? [] : [{ path: [...path, "dependsOn", name], value: condition, message }];
  });
}

function whyNever(other: Placed | undefined, condition: string, containers: readonly Placed[]): string | undefined {
  if (other === undefined) return `waits for no container of the task; give one of ${containers.map(({ name }) => name).join(", ")}`;
  if (condition === "HEALTHY" && other.container.healthCheck === undefined)
    return 'waits for a container without "healthCheck"; give it one, or wait for "START"';
  if (["COMPLETE", "SUCCESS"].includes(condition) && other.essential)
    return 'waits for the end of an essential container, which ends the task; set its "essential" to false, or wait for "START"';
  return undefined;
}

function circle(containers: readonly Placed[]): CrossProblem[] {
  const waitsFor = new Map(containers.map(({ name, container }) => [name, Object.keys(container.dependsOn)]));
  const reaches = (from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean =>
    (waitsFor.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, new Set([...seen, next]))));
  const inCircle = containers.find(({ name }) => reaches(name, name));
  if (inCircle === undefined) return [];
  const message = "waits for itself, by way of those it waits for; take one of them out";
  return [{ path: [...inCircle.path, "dependsOn"], value: inCircle.container.dependsOn, message }];
}
