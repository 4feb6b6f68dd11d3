import type { CrossProblem } from "@groundplan/core/schema";
import type { EcsServiceConfig } from "../schema/service.js";

/** Others find a service at its port. */
export function serviceConnectProblems({ serviceConnect, port }: EcsServiceConfig): CrossProblem[] {
  if (serviceConnect?.role !== "server" || port !== undefined) return [];
  return [
    {
      path: ["port"],
      value: undefined,
      message: 'is missing, and others find the service there; give it, or set "serviceConnect.role" to client',
    },
  ];
}

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations
export function executeCommandProblems({ executeCommand, readOnlyRoot }: EcsServiceConfig): CrossProblem[] {
  if (executeCommand === "off" || !readOnlyRoot) return [];
  return [
    {
      path: ["executeCommand"],
      value: executeCommand,
      message: 'does not work in a container that cannot be written to; set "readOnlyRoot" to false while you need it',
    },
  ];
}

export function oneOffTaskProblems({ oneOffTasks, parameterName }: EcsServiceConfig): CrossProblem[] {
  if (Object.keys(oneOffTasks).length === 0 || parameterName !== undefined) return [];
  return [
    {
      path: ["parameterName"],
      value: undefined,
      message: 'is missing, and one-off tasks are written beneath it; give one such as "/shop/prod/service/api"',
    },
  ];
}
