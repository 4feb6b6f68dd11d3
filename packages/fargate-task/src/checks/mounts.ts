import type { CrossProblem } from "@groundplan/core/schema";
import type { TaskConfig } from "../schema/task.js";
import { containersOf } from "./containers.js";

/** Mounts of volumes that are not there, paths mounted twice, and volumes that nobody mounts. */
export function mountProblems(task: TaskConfig): CrossProblem[] {
  const containers = containersOf(task);
  const volumes = Object.keys(task.volumes);
  const wrong = containers.flatMap(({ path, container: { mounts, writablePaths } }) => [
    ...Object.entries(mounts)
      .filter(([, { volume }]) => !volumes.includes(volume))
      .map(([at, { volume }]) => ({
        path: [...path, "mounts", at, "volume"],
        value: volume,
        message: `is no volume of the task; ${volumes.length === 0 ? 'make it in "volumes"' : `give one of ${volumes.join(", ")}`}`,
      })),
    ...writablePaths
      .filter((at, index) => Object.hasOwn(mounts, at) || writablePaths.indexOf(at) < index)
      .map((at) => ({ path: [...path, "writablePaths"], value: at, message: "is mounted already; take it out" })),
  ]);
  const used = new Set(containers.flatMap(({ container }) => Object.values(container.mounts).map(({ volume }) => volume)));
  const idle = volumes.filter((name) => !used.has(name));
  return [
    ...wrong,
    ...idle.map((name) => ({
      path: ["volumes", name],
      value: undefined,
      message: 'is mounted by no container; mount it in "mounts", or take it out',
    })),
  ];
}
