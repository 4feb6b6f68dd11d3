import type { Service } from "@aws-sdk/client-ecs";
import { InputError } from "../failure.js";
import type { Clients } from "./clients.js";
import type { WhereTasks } from "./stopped-tasks.js";

/** @throws {InputError} where ECS has no such service */
export async function describeService(clients: Clients, { cluster, service }: WhereTasks): Promise<Service> {
  const { services = [] } = await (await clients.ecs()).describeServices({ cluster, services: [service] });
  const [found] = services;
  if (found !== undefined && found.status === "ACTIVE") return found;
  throw new InputError(`ECS has no active service "${service}" in cluster "${cluster}"; apply the service's stack again`);
}

const telling = /unable|fail|circuit breaker|unhealthy|rolling back/i;

/** The last things that ECS says went wrong, the newest first: where no task was ever started, nothing else tells why. */
export function troubles({ events = [] }: Service): string[] {
  const messages = events.flatMap(({ message }) => (message !== undefined && telling.test(message) ? [message] : []));
  return [...new Set(messages)].slice(0, 3);
}
