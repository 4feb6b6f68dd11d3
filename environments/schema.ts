export { type EnvironmentConfig, environmentSchema } from "./environment-schema.js";
export { type Account, accountKinds, type EstateConfig, estateSchema } from "./estate-schema.js";
