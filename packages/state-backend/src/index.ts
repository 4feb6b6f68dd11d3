export type { StateBackendConfig } from "./config.js";
export type { StateBackendData } from "./props.generated.js";
export { StateBackend, type StateBackendProps } from "./state-backend.js";
