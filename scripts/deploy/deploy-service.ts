import type { Service } from "@aws-sdk/client-ecs";
import type { Clients } from "./clients.js";
import { createDeployment, followDeployment, groupOf, refuseSecondDeployment, stopCommand } from "./code-deploy.js";
import type { Ending } from "./ending.js";
import { type Followed, followRollout } from "./follow.js";
import type { ImageOptions } from "./image.js";
import type { DeployedWhere, DeployOutcome } from "./outcome.js";
import { rolloutOf, runningRevision, taskSetRollout } from "./rollout.js";
import { describeService } from "./service.js";
import type { DeployedService } from "./service-parameter.js";
import { register, shortRevision } from "./task-definition.js";
import { type Wanted, wantedRevision } from "./wanted.js";

/** A service to deploy, and how its deployment is told of. */
export interface Site {
  readonly clients: Clients;
  readonly service: DeployedService;
  readonly production: boolean;
  readonly about: Pick<DeployedWhere, "environment" | "service" | "where">;
  tell(text: string): void;
}

export interface DeployOptions extends ImageOptions {
  readonly wait: boolean;
  readonly milliseconds: number;
}

/** Deploys what the options say; nothing is touched before all of that is known to be possible. */
export async function deployService(site: Site, options: DeployOptions): Promise<DeployOutcome> {
  const { clients, service, production } = site;
  const now = await describeService(clients, service);
  const running = runningRevision(now);
  const wanted = await wantedRevision(clients, { service, running, production }, options);
  const { image } = wanted;
  const isRolling = service.deployment === "rolling";
  if (isRolling && service.imageOwner === "terraform") return { ...site.about, image, revision: service.revision, status: "terraform" };
  if (wanted.revision === running && !hasFailed(now, service)) return unchanged(site, wanted, { running, options });
  if (!isRolling) await refuseSecondDeployment(clients, groupOf(service));
  const revision = typeof wanted.revision === "string" ? wanted.revision : await register(clients, wanted.revision);
  site.tell(`deploying ${shortRevision(revision)}${image === undefined ? "" : ` (${image})`}`);
  const start = isRolling ? startRolling : startCodeDeploy;
  return start(site, { revision, image, before: running }, options);
}

interface Chosen {
  readonly revision: string;
  readonly image: string | undefined;
  /** the revision that ran until now */
  readonly before: string | undefined;
}

async function startRolling(site: Site, { revision, image, before }: Chosen, options: DeployOptions): Promise<DeployOutcome> {
  const { cluster, service } = site.service;
  // one that failed is tried again only by force
  await (await site.clients.ecs()).updateService({ cluster, service, taskDefinition: revision, forceNewDeployment: revision === before });
  const about = { ...site.about, revision, image };
  if (!options.wait) return { ...about, status: "started" };
  const back = `aws ecs update-service --cluster ${cluster} --service ${service} --task-definition ${shortRevision(before ?? "<revision>")}`;
  const ending = await followRollout(followed(site, revision, { options, wayBack: `to go back: ${back}` }), (now) =>
    rolloutOf(now, revision),
  );
  return { ...about, ...ending };
}

async function startCodeDeploy(site: Site, { revision, image }: Chosen, options: DeployOptions): Promise<DeployOutcome> {
  const deployment = await createDeployment(site.clients, site.service, revision);
  const about = { ...site.about, revision, image, deployment };
  if (!options.wait) return { ...about, status: "started" };
  const wayBack = `to stop it and go back: ${stopCommand(deployment)}`;
  return { ...about, ...(await followDeployment(followed(site, revision, { options, wayBack }), deployment)) };
}

/** It runs, or is about to: the end of that is waited for all the same. */
async function unchanged(
  site: Site,
  { image }: Wanted,
  { running = "", options }: { readonly running: string | undefined; readonly options: DeployOptions },
): Promise<DeployOutcome> {
  const about = { ...site.about, revision: running, image };
  const judge = site.service.deployment === "rolling" ? (now: Service) => rolloutOf(now, running) : taskSetRollout;
  const ending: Ending = await followRollout(followed(site, running, { options, wayBack: "nothing was changed" }), judge);
  return ending.status === "deployed" ? { ...about, ...ending, status: "unchanged" } : { ...about, ...ending };
}

function hasFailed(now: Service, service: DeployedService): boolean {
  return service.deployment === "rolling" && now.deployments?.find(({ status }) => status === "PRIMARY")?.rolloutState === "FAILED";
}

function followed(
  { clients, service, tell }: Site,
  revision: string,
  { options, wayBack }: { readonly options: DeployOptions; readonly wayBack: string },
): Followed {
  const { cluster, service: name } = service;
  return { clients, cluster, service: name, revision, milliseconds: options.milliseconds, wayBack, tell };
}
