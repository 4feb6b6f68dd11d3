import { join, resolve } from "node:path";
import { type Environment, type Estate, loadEstate, siteDomainNames, zoneNameOf } from "../../environments/load.js";
import { nearest } from "../entry-stack.js";
import { InputError } from "../failure.js";
import { unknownName } from "../target.js";

/** A site as its environment's file says it. */
export interface OwnSite {
  /** The folder that is published, absolute. */
  readonly folder: string;
  /** What it does at the edge, its names whole. */
  readonly data: Environment["sites"][string];
}

/** @throws {InputError} where there is no such environment or site, with the nearest name */
export function ownSite(root: string, environmentName: string, name: string): OwnSite {
  const estate = loadEstate(join(root, "environments"));
  const environment = estate.environments[environmentName];
  if (environment === undefined) throw unknownName(environmentName, Object.keys(estate.environments));
  const data = environment.sites[name];
  if (data === undefined)
    throw new InputError(`"${environmentName}" has no site "${name}"; ${nearest(name, Object.keys(environment.sites), "sites")}`);
  return { folder: resolve(root, data.folder), data: { ...data, domainNames: namesOf(estate, environment, data) } };
}

function namesOf(estate: Estate, environment: Environment, data: Environment["sites"][string]): string[] {
  return siteDomainNames(data, { ...estate, zoneName: zoneNameOf(estate, environment) });
}
