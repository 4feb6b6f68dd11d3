import type { Environment, Estate } from "../../environments/load.js";

/** An environment as it stands without the others: its images are named whole, and no repository of another one's is looked for. */
export function alone(estate: Estate, name: string): Environment {
  const environment = estate.environments[name];
  if (environment === undefined) throw new Error(`no environment "${name}"`);
  const services = Object.entries(environment.services).map(([service, data]) => [
    service,
    { ...data, image: "registry.example.com/app:1.0.0" },
  ]);
  return { ...environment, services: Object.fromEntries(services) };
}
