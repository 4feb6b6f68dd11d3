import type { Environment, Estate } from "../../environments/load.js";

/**
 * An environment as it stands without the others: its images are named whole, and no repository of another one's is looked for. What its
 * account has for all of its environments is none of its own.
 */
export function alone(estate: Estate, name: string): Environment {
  const environment = estate.environments[name];
  if (environment === undefined) throw new Error(`no environment "${name}"`);
  const services = Object.entries(environment.services).map(([service, data]) => [
    service,
    { ...data, image: "registry.example.com/app:1.0.0" },
  ]);
  const { baseline: _, ...account } = environment.account;
  return { ...environment, account, services: Object.fromEntries(services) };
}
