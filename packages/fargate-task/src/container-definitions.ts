import { routerName } from "./checks/containers.js";
import type { ContainerDefinition } from "./container-definition.js";
import { containerOf } from "./containers.js";
import { logConfiguration, toLogGroup } from "./log-configuration.js";
import type { TaskConfig } from "./schema/task.js";
import { logRouter } from "./sidecars/log-router.js";
import { otelCollector, otelVariables } from "./sidecars/otel-collector.js";

/** All containers of a task: the main one, the sidecars in the order of their names, and what is made beside them. */
export function containerDefinitions(task: TaskConfig, image: string): readonly ContainerDefinition[] {
  const { firelens } = task.logs;
  const own = toLogGroup(task);
  return [
    mainContainer(task, image),
    ...Object.entries(task.sidecars)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, config]) =>
        behindRouter(task, containerOf(config, { name, essential: config.essential, logConfiguration: logConfiguration(task) })),
      ),
    ...(task.tracing ? [otelCollector(own)] : []),
    ...(firelens === undefined ? [] : [logRouter(firelens.image, own)]),
  ];
}

function mainContainer(task: TaskConfig, image: string): ContainerDefinition {
  const environment = { ...(task.tracing ? otelVariables(task.name) : {}), ...task.environment };
  const place = { name: task.containerName, essential: true, logConfiguration: logConfiguration(task) };
  return behindRouter(task, containerOf({ ...task, image, environment }, place));
}

/** A container that starts before its router loses its first lines. */
function behindRouter({ logs }: TaskConfig, container: ContainerDefinition): ContainerDefinition {
  if (logs.firelens === undefined) return container;
  return { ...container, dependsOn: [...(container.dependsOn ?? []), { containerName: routerName, condition: "START" }] };
}
