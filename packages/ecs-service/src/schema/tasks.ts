import { structural } from "@groundplan/core/schema";
import { oneOffTaskData, scheduledTaskData } from "@groundplan/fargate-task/config";
import { z } from "zod";
import { entryName } from "./fields.js";

/** What the service knows already of its own tasks is not asked again. */
const scheduledTask = scheduledTaskData.omit({ name: true, accountId: true, region: true, followFamily: true });
const oneOffTask = oneOffTaskData.omit({ parameterName: true, followFamily: true });

export const taskFields = {
  scheduledTasks: structural(z.record(entryName(), scheduledTask), "a schedule is made for each")
    .default({})
    .describe(
      "The service's own image at certain times, by a name of your own: `{ cleanup: { schedule: rate(1 day), command: [clean] } }`.",
    ),
  oneOffTasks: structural(z.record(entryName(), oneOffTask), "a parameter is made for each")
    .default({})
    .describe(
      "The service's own image when a pipeline says so, by a name of your own: `{ migrate: { command: [migrate] } }`. Needs `parameterName`.",
    ),
};
