export { environmentSchema } from "./environment-schema.js";
export type { Account } from "./estate.js";
export { estateSchema } from "./estate-schema.js";
