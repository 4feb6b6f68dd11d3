export { environmentSchema } from "./environment-schema.js";
export { type Account, estateSchema } from "./estate-schema.js";
