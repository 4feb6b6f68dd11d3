import { awsName } from "@groundplan/core";
import type { LogConfiguration } from "./container-definition.js";
import type { TaskConfig } from "./schema/task.js";
import { secretVariables } from "./secret-references.js";

type Logged = Pick<TaskConfig, "name" | "region" | "logs">;

export function logGroupName({ name }: Pick<TaskConfig, "name">): string {
  return awsName("aws_cloudwatch_log_group", `/ecs/${name}`);
}

/** Where the containers of the task's data write: its log group, or its router. */
export function logConfiguration(task: Logged): LogConfiguration {
  const { firelens } = task.logs;
  if (firelens === undefined) return toLogGroup(task);
  return { logDriver: "awsfirelens", options: firelens.options, secretOptions: secretVariables(firelens.secretOptions) };
}

/** The stream of a line is `ecs/<container>/<task>`. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html */
export function toLogGroup(task: Logged): LogConfiguration {
  const { whenFull, bufferMib, multilinePattern } = task.logs;
  return {
    logDriver: "awslogs",
    options: {
      "awslogs-group": logGroupName(task),
      "awslogs-region": task.region,
      "awslogs-stream-prefix": "ecs",
      ...(whenFull === "drop" ? { mode: "non-blocking", "max-buffer-size": `${bufferMib}m` } : { mode: "blocking" }),
      ...(multilinePattern === undefined ? {} : { "awslogs-multiline-pattern": multilinePattern }),
    },
  };
}
