import type {
  EcsServiceServiceConnectConfiguration as Configuration,
  EcsServiceServiceConnectConfigurationService as Server,
} from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { FargateTask } from "@groundplan/fargate-task";
import { type Blueprint, missingWire } from "./blueprint.js";
import type { EcsServiceConfig } from "./schema/service.js";
import type { ServiceConnect } from "./schema/service-connect.js";

/** How the service finds others by name, and is found. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect.html */
export function serviceConnection(blueprint: Blueprint, task: FargateTask): { serviceConnectConfiguration?: Configuration } {
  const { config, wiring } = blueprint;
  const { serviceConnect, region } = config;
  if (serviceConnect === undefined) return {};
  const namespace = wiring.cluster.namespaceArn;
  if (namespace === undefined)
    throw missingWire(blueprint, "cluster", 'give a cluster with a "namespaceArn", or take "serviceConnect" out');
  const options = { "awslogs-group": task.logGroupName, "awslogs-region": region, "awslogs-stream-prefix": "service-connect" };
  return {
    serviceConnectConfiguration: {
      enabled: true,
      namespace,
      logConfiguration: { logDriver: "awslogs", options },
      ...(serviceConnect.role === "server" ? { service: [serverOf(config, serviceConnect, task)] } : {}),
    },
  };
}

function serverOf({ name, port, appProtocol }: EcsServiceConfig, connect: ServiceConnect, task: FargateTask): Server {
  const { dnsName, port: calledOn, idleTimeoutSeconds, requestTimeoutSeconds } = connect;
  // of plain TCP nobody knows where a request ends
  const perRequest = appProtocol === undefined ? {} : { perRequestTimeoutSeconds: requestTimeoutSeconds };
  return {
    portName: task.portName,
    discoveryName: name,
    clientAlias: { dnsName: dnsName ?? name, port: calledOn ?? port ?? 0 },
    timeout: { idleTimeoutSeconds, ...perRequest },
  };
}
