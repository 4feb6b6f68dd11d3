export type { ImageRepositoryConfig } from "./config.js";
export { ImageRepository, type ImageRepositoryProps } from "./image-repository.js";
export type { ImageRepositoryData } from "./props.generated.js";
