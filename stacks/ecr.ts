import { imageRepository, type KeysContract, type RepositoriesContract } from "@groundplan/core";
import { ImageRepository } from "@groundplan/ecr";
import { type Environment, type Estate, pullAccountIds } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";

/** What an ECR stack is made from. */
interface EcrStack {
  readonly estate: Estate;
  readonly environment: Environment;
  readonly keys: Pick<KeysContract, "data">;
}

/** The repositories of the estate's images: pushed once, and pulled by every account that runs services. */
export function ecrStack(stack: EstateStack<RepositoriesContract>, { estate, environment, keys }: EcrStack): void {
  const { account, region } = environment;
  const place = { accountId: account.id, region };
  const repositories = Object.entries(environment.ecr?.repositories ?? {}).map(([name, data]) => {
    const { repositoryName } = imageRepository({ project: estate.project, ...place }, name);
    const repository = new ImageRepository(stack, name, {
      ...data,
      ...place,
      name: repositoryName,
      pullAccountIds: pullAccountIds(estate, environment),
      encryptionKey: keys.data,
    });
    return [name, { repositoryArn: repository.repositoryArn, repositoryUrl: repository.repositoryUrl }] as const;
  });

  stack.publish({ repositories: Object.fromEntries(repositories) });
}
