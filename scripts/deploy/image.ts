import type { ECR } from "@aws-sdk/client-ecr";
import { InputError } from "../failure.js";
import type { Clients } from "./clients.js";
import type { DeployedService } from "./service-parameter.js";

/** What a caller says of the image; one of them. */
export interface ImageOptions {
  readonly image?: string | undefined;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
  readonly refresh?: boolean | undefined;
}

/** The image to deploy; `running` stands for the one that runs. */
export type AskedImage = { readonly image: string } | "running";

const ways = "give one of --tag <tag>, --digest <sha256:…>, --image <reference>, or --refresh to keep the image that runs";

/** @throws {InputError} where it is not clear which image is meant */
export function askedImage({ image, tag, digest, refresh }: ImageOptions, { service, repositoryUrl }: DeployedService): AskedImage {
  const asked = [image, tag, digest, refresh || undefined].filter((one) => one !== undefined);
  if (asked.length !== 1)
    throw new InputError(`which image of "${service}" to deploy is ${asked.length === 0 ? "not said" : "said twice"}; ${ways}`);
  if (refresh) return "running";
  if (image !== undefined) return { image };
  if (repositoryUrl === null)
    throw new InputError(`"${service}" has no repository of the estate to find a tag or digest in; give --image <reference>`);
  return { image: tag === undefined ? `${repositoryUrl}@${digest}` : `${repositoryUrl}:${tag}` };
}

/** @throws {InputError} in production, for a name under which other code may run tomorrow */
export function refuseMutable(image: string, production: boolean): void {
  if (!production || image.includes("@sha256:")) return;
  const tag = /:([^/:]+)$/.exec(image)?.[1] ?? "latest";
  if (tag !== "latest") return;
  throw new InputError(`"${image}" is whatever was pushed last, and this is production; give --digest, or a tag of one build`);
}

interface EcrImage {
  readonly registryId: string;
  readonly region: string;
  readonly repositoryName: string;
  readonly id: { readonly imageDigest: string } | { readonly imageTag: string };
}

/** The parts of a private ECR image's name; undefined for other registries'. */
export function ecrImage(image: string): EcrImage | undefined {
  const match = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([^:@]+)(?::([^@]+))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(image);
  if (match === null) return undefined;
  const [, registryId = "", region = "", repositoryName = "", tag, digest] = match;
  return { registryId, region, repositoryName, id: digest === undefined ? { imageTag: tag ?? "latest" } : { imageDigest: digest } };
}

/**
 * Asks ECR whether it has the image, so that a slip of the pen costs nothing. Who may not ask is believed.
 *
 * @throws {InputError} where it has not, with the tags pushed last
 */
export async function requireImage(clients: Clients, image: string): Promise<void> {
  const wanted = ecrImage(image);
  if (wanted === undefined) return;
  const { registryId, repositoryName, id, region } = wanted;
  const ecr = await clients.ecr(region);
  try {
    await ecr.describeImages({ registryId, repositoryName, imageIds: [id] });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === "RepositoryNotFoundException")
      throw new InputError(`there is no repository "${repositoryName}" in account ${registryId}, ${region}`);
    if (error.name === "ImageNotFoundException")
      throw new InputError(`"${image}" is not in ECR; push it first. ${await newestTags(ecr, wanted)}`);
    if (error.name !== "AccessDeniedException") throw error;
  }
}

async function newestTags(ecr: ECR, { registryId, repositoryName }: EcrImage): Promise<string> {
  const { imageDetails = [] } = await ecr.describeImages({ registryId, repositoryName, filter: { tagStatus: "TAGGED" }, maxResults: 1000 });
  const newest = imageDetails.sort((a, b) => (b.imagePushedAt?.getTime() ?? 0) - (a.imagePushedAt?.getTime() ?? 0));
  const tags = newest.flatMap(({ imageTags = [] }) => imageTags).slice(0, 5);
  return tags.length === 0 ? "It has no tagged image yet" : `The newest tags are ${tags.join(", ")}`;
}
