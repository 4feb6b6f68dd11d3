import type { CrossProblem } from "@groundplan/core/schema";
import type { EcsServiceConfig } from "../schema/service.js";

/** Whether the bounds leave room, and something moves the number of tasks between them. */
export function scalingProblems({ scaling }: EcsServiceConfig): CrossProblem[] {
  if (scaling === undefined) return [];
  const { min, max, cpuPercent, memoryPercent, requestsPerTarget, queue, schedules } = scaling;
  const follows = cpuPercent !== "off" || memoryPercent !== "off" || requestsPerTarget !== undefined || queue !== undefined;
  const upsideDown =
    min > max ? [{ path: ["scaling", "min"], value: min, message: `is greater than "max" ${max}; give at most ${max}` }] : [];
  const still =
    follows || Object.keys(schedules).length > 0
      ? []
      : [
          {
            path: ["scaling"],
            value: undefined,
            message: 'follows nothing; set "cpuPercent", "memoryPercent", "requestsPerTarget", "queue" or "schedules"',
          },
        ];
  // with no task there is no load to measure, but for a queue's
  const asleep =
    min === 0 && follows && queue === undefined
      ? [
          {
            path: ["scaling", "min"],
            value: min,
            message: "leaves no task whose load could start another one; give at least 1, or follow a queue",
          },
        ]
      : [];
  return [...upsideDown, ...still, ...asleep];
}
