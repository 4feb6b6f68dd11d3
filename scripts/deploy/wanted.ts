import type { RegisterTaskDefinitionCommandInput } from "@aws-sdk/client-ecs";
import { placeholderImage } from "@groundplan/fargate-task/config";
import { InputError } from "../failure.js";
import type { Clients } from "./clients.js";
import { askedImage, type ImageOptions, refuseMutable, requireImage } from "./image.js";
import type { DeployedService } from "./service-parameter.js";
import { imageOf, isRenderedFrom, type Revision, readRevision, rendered, shortRevision } from "./task-definition.js";

/** What a deployment is to run. */
export interface Wanted {
  /** the ARN of a revision that there is, or what to register */
  readonly revision: string | RegisterTaskDefinitionCommandInput;
  readonly image: string | undefined;
}

export interface Standing {
  readonly service: DeployedService;
  /** the revision that has the traffic */
  readonly running: string | undefined;
  readonly production: boolean;
}

/**
 * Terraform's newest revision, as it is, or with the image that was asked for. Where that runs already, nothing is registered anew.
 *
 * @throws {InputError} where the image is not known, or not to be had
 */
export async function wantedRevision(clients: Clients, standing: Standing, options: ImageOptions): Promise<Wanted> {
  const { service, running, production } = standing;
  const template = await readRevision(clients, service.revision);
  if (service.imageOwner === "terraform") {
    refuseImage(service, options);
    return { revision: service.revision, image: imageOf(template, service.container) };
  }
  const asked = askedImage(options, service);
  const now = running === undefined ? undefined : await readRevision(clients, running);
  const image = asked === "running" ? imageThatRuns(service, now) : asked.image;
  refuseMutable(image, production);
  await requireImage(clients, image);
  const replacement = { family: service.family, container: service.container, image };
  const stays = now !== undefined && imageOf(now, service.container) === image && isRenderedFrom(template, now, service.container);
  return { image, revision: stays && running !== undefined ? running : rendered(template, replacement) };
}

/** @throws {InputError} where Terraform decides on the image */
function refuseImage({ service }: DeployedService, { image, tag, digest, refresh }: ImageOptions): void {
  if (image === undefined && tag === undefined && digest === undefined && !refresh) return;
  throw new InputError(
    `the image of "${service}" is Terraform's; set "image" in the environment's file and apply, or hand it over with "imageOwner: pipeline"`,
  );
}

/** @throws {InputError} before the first deployment */
function imageThatRuns({ service, container }: DeployedService, running: Revision | undefined): string {
  const image = running === undefined ? undefined : imageOf(running, container);
  if (image !== undefined && !isPlaceholder(image)) return image;
  throw new InputError(`"${service}" runs its placeholder, so that there is no image to keep; give --tag, --digest or --image`);
}

/** A revision of Terraform's that a deployment has still to bring. */
export interface Waiting {
  readonly why: string;
  /** how the command is told to */
  readonly flags: readonly string[];
}

/** Whether what runs lacks something that Terraform has registered. */
export async function waitingRevision(clients: Clients, { service, running }: Omit<Standing, "production">): Promise<Waiting | undefined> {
  const why = `${shortRevision(service.revision)} takes effect at the next deploy`;
  if (running === service.revision || running === undefined) return undefined;
  if (service.imageOwner === "terraform") return { why, flags: [] };
  const [template, now] = await Promise.all([readRevision(clients, service.revision), readRevision(clients, running)]);
  const { container } = service;
  const flags = [service.repositoryUrl === null ? "--image <reference>" : "--tag <tag>"];
  const placeholder = { why: "its placeholder runs until the first deploy", flags };
  if (isPlaceholder(imageOf(now, container) ?? "")) return placeholder;
  return isRenderedFrom(template, now, container) ? undefined : { why, flags: ["--refresh"] };
}

/** Of any version: an older release may have put it there. */
function isPlaceholder(image: string): boolean {
  const [name] = placeholderImage.split(":");
  return image.startsWith(`${name}:`);
}
