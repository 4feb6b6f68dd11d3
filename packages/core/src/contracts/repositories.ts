import type { ImageRepository } from "./image-repository.js";

/** What an ECR stack publishes: its repositories, by the name that services call them. */
export interface RepositoriesContract {
  readonly repositories: Readonly<Record<string, ImageRepository>>;
}
