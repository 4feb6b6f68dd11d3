import type { ContainerDefinition } from "./container-definition.js";
import { containerOf } from "./containers.js";
import { toLogGroup } from "./log-configuration.js";
import { placeholderImage } from "./placeholder-image.js";
import type { TaskConfig } from "./schema/task.js";
import { numberText } from "./token-json.js";

/** Answers 200 on every path, so that health checks pass whatever their path; without a port it waits. */
function program(port: number | undefined): string {
  if (port === undefined) return "setInterval(() => {}, 60000)";
  return 'require("http").createServer((_, answer) => answer.end("nothing is deployed yet\\n")).listen(Number(process.env.PORT))';
}

/** The one container of a placeholder's revision: the main container's name and port, and nothing that the application needs. */
export function placeholderContainer(task: TaskConfig): ContainerDefinition {
  const { port } = task;
  const place = { name: task.containerName, essential: true, logConfiguration: toLogGroup(task) };
  return containerOf(
    {
      ...task,
      image: placeholderImage,
      entryPoint: ["node", "-e"],
      command: [program(port)],
      workingDirectory: "/",
      user: "1000:1000",
      runAsRoot: false,
      readOnlyRoot: true,
      environment: port === undefined ? {} : { PORT: numberText(port) },
      secrets: {},
      healthCheck: undefined,
      mounts: {},
      writablePaths: [],
      dependsOn: {},
    },
    place,
  );
}
