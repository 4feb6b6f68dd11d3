import { routerName } from "../checks/containers.js";
import type { ContainerDefinition, LogConfiguration } from "../container-definition.js";

/**
 * The FireLens router. It is essential: without it the other containers' lines are lost. It runs as root and writes,
 * since Fluent Bit reads what ECS writes into its file system; its capabilities are dropped all the same.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
 */
export function logRouter(image: string, logConfiguration: LogConfiguration): ContainerDefinition {
  return {
    name: routerName,
    image,
    essential: true,
    memoryReservation: 50,
    user: "0",
    linuxParameters: { initProcessEnabled: false, capabilities: { add: [], drop: ["ALL"] } },
    firelensConfiguration: { type: "fluentbit", options: { "enable-ecs-log-metadata": "true" } },
    logConfiguration,
  };
}
