export type { Built, BuiltCluster, BuiltInstance } from "./built.js";
export type { DatabaseConfig } from "./config.js";
export { Database, type DatabaseProps, type Entrance, letIn } from "./database.js";
export type { DatabaseOverrides } from "./overrides.js";
export type { DatabaseData } from "./props.generated.js";
