import type { ProductionRule } from "@groundplan/core/schema";
import { isCalledSecret } from "./checks/environment.js";
import { oneOffTaskData } from "./schema/one-off-task.js";
import { scheduledTaskData } from "./schema/scheduled-task.js";
import { type TaskConfig, taskData } from "./schema/task.js";
import { taskChecks } from "./task-checks.js";

/** The data of a FargateTask, a ScheduledTask and a OneOffTask: their props, defaults, checks and documentation. */
export const schemas = {
  FargateTask: taskData.check(...taskChecks),
  ScheduledTask: scheduledTaskData,
  OneOffTask: oneOffTaskData,
};

export { type FargateSize, fargateSizes } from "./fargate-sizes.js";
export { placeholderImage } from "./placeholder-image.js";
export { type OneOffTaskConfig, oneOffTaskData } from "./schema/one-off-task.js";
export { type ScheduledTaskConfig, scheduledTaskData } from "./schema/scheduled-task.js";
export { type TaskConfig, taskData } from "./schema/task.js";
export { taskChecks } from "./task-checks.js";

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { protect: false } satisfies Partial<TaskConfig>;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<TaskConfig>[] = [
  {
    id: "task-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and a destroyed log group takes its logs with it; leave "protect" on',
  },
  {
    id: "task-logs-kept",
    path: ["logs", "retentionDays"],
    holds: ({ logs }) => logs.retentionDays >= 90,
    message: "is short of the 90 days in which a break-in is usually found; give at least 90",
  },
  {
    id: "task-not-root",
    path: ["runAsRoot"],
    holds: ({ runAsRoot, sidecars }) => !runAsRoot && Object.values(sidecars).every((sidecar) => !sidecar.runAsRoot),
    message: 'is on, and a break-in is root; build the image for another "user"',
  },
];

/** What a person should know before applying, and need not change. */
export function notices({ port, runAsRoot, image, user, environment }: TaskConfig): readonly string[] {
  const low = port !== undefined && port > 0 && port < 1024 && !runAsRoot;
  const unpinned =
    image !== undefined && !image.includes("${") && !image.includes("@sha256:") && /(:latest|^[^:]*(:\d+\/[^:]*)?)$/.test(image);
  const secrets = Object.keys(environment).filter(isCalledSecret);
  return [
    ...secrets.map(
      (name) => `"environment.${name}" is called like a secret, and anybody who may read the task may read it; "secrets" is for those`,
    ),
    ...(low
      ? [`"port" ${port} is below 1024, which "user" ${JSON.stringify(user)} may not open everywhere; 8080 and the like always work`]
      : []),
    ...(unpinned
      ? [`"image" ${JSON.stringify(image)} is another image whenever somebody pushes; give its digest, or a tag that stays`]
      : []),
  ];
}
