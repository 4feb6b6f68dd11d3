import type { SmallWorld } from "./world.js";

/** Puts images of these tags into the repository `small/api`, as far as ECR is concerned. */
export async function pushImages(world: SmallWorld, ...tags: string[]): Promise<void> {
  const ecr = (operation: string, body: object) => world.call("ecr", `AmazonEC2ContainerRegistry_V20150921.${operation}`, body);
  await ecr("CreateRepository", { repositoryName: "small/api" });
  for (const imageTag of tags) {
    const mediaType = "application/vnd.oci.image.manifest.v1+json";
    const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType, config: { digest: imageTag } });
    await ecr("PutImage", { repositoryName: "small/api", imageTag, imageManifest });
  }
}
