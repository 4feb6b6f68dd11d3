import { type CrossProblem, crossCheck } from "@groundplan/core/schema";
import type { z } from "zod";
import { containerProblems, shareProblems } from "./checks/containers.js";
import { dependencyProblems } from "./checks/dependencies.js";
import { mountProblems } from "./checks/mounts.js";
import type { TaskConfig } from "./schema/task.js";

function imageProblems({ image, imageOwner }: TaskConfig): CrossProblem[] {
  if (image !== undefined || imageOwner === "pipeline") return [];
  return [{ path: ["image"], value: undefined, message: 'is missing; give the image that runs, or set "imageOwner" to "pipeline"' }];
}

/**
 * What holds between a task's fields. A schema made from `taskData.shape` has it too, by `.check(...taskChecks)`:
 * refinements do not follow a shape.
 */
export const taskChecks: readonly z.core.$ZodCheck<TaskConfig>[] = [
  crossCheck(["image", "imageOwner"], imageProblems),
  crossCheck(
    ["containerName", "port", "environment", "secrets", "user", "runAsRoot", "healthCheck", "sidecars", "tracing", "logs"],
    containerProblems,
  ),
  crossCheck(["size", "sidecars"], shareProblems),
  crossCheck(["containerName", "sidecars", "dependsOn", "healthCheck"], dependencyProblems),
  crossCheck(["sidecars", "mounts", "writablePaths", "volumes"], mountProblems),
];
