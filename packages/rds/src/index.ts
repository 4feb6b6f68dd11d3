export type { Built, BuiltCluster, BuiltInstance } from "./built.js";
export type { DatabaseConfig, DatabaseUserConfig } from "./config.js";
export { Database, type DatabaseProps, type Entrance, letIn } from "./database.js";
export { type DatabaseClient, DatabaseUser, type DatabaseUserProps, type PasswordVariable } from "./database-user.js";
export type { DatabaseOverrides } from "./overrides.js";
export { mysqlProgram } from "./programs/mysql.js";
export { postgresProgram } from "./programs/postgres.js";
export type { DatabaseData, DatabaseUserData } from "./props.generated.js";
