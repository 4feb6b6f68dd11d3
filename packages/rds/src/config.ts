import { crossCheck } from "@groundplan/core/schema";
import { backupPlanProblems } from "./checks/backup-plan.js";
import { featureProblems } from "./checks/features.js";
import { parameterProblems } from "./checks/parameters.js";
import { storageProblems } from "./checks/storage.js";
import { blueGreenProblems, masterProblems, regionProblems, replicaProblems, scheduleProblems } from "./checks/together.js";
import {
  clusterClassProblems,
  globalVersionProblems,
  insightsProblems,
  nameProblems,
  sizeProblems,
  versionProblems,
} from "./checks/values.js";
import { windowProblems } from "./checks/windows.js";
import { type DatabaseConfig, databaseData } from "./schema/database.js";
import { databaseUserData } from "./schema/database-user.js";

const shape = ["engine", "availability"] as const;
const copies = ["replicas", "globalCluster", "backups", "backupPlan"] as const;

/** The data of each class: the environment file's section, the props, their defaults, checks and documentation. */
export const schemas = {
  Database: databaseData.check(
    crossCheck<DatabaseConfig>(["engine", "version"], versionProblems),
    crossCheck<DatabaseConfig>(["engine", "version", "globalCluster"], globalVersionProblems),
    crossCheck<DatabaseConfig>(["engine", "name", "databaseName", "master", "proxy", "replicas"], nameProblems),
    crossCheck<DatabaseConfig>([...shape, "size"], clusterClassProblems),
    crossCheck<DatabaseConfig>(["size"], sizeProblems),
    crossCheck<DatabaseConfig>(["engine", "size", "insights"], insightsProblems),
    crossCheck<DatabaseConfig>([...shape, "storage"], storageProblems),
    crossCheck<DatabaseConfig>(["maintenanceWindow", "backups"], windowProblems),
    crossCheck<DatabaseConfig>([...shape, "parameters"], parameterProblems),
    crossCheck<DatabaseConfig>([...shape, ...copies, "size", "schedule", "upgrades"], featureProblems),
    crossCheck<DatabaseConfig>([...shape, "master", "replicas", "globalCluster", "upgrades"], masterProblems),
    crossCheck<DatabaseConfig>([...shape, "upgrades", "replicas", "proxy"], blueGreenProblems),
    crossCheck<DatabaseConfig>([...shape, "schedule", "replicas", "globalCluster"], scheduleProblems),
    crossCheck<DatabaseConfig>([...shape, "replicas"], replicaProblems),
    crossCheck<DatabaseConfig>(["backupPlan"], backupPlanProblems),
    crossCheck<DatabaseConfig>([...copies, "secondRegion", "region"], regionProblems),
  ),
  DatabaseUser: databaseUserData,
};

export { features } from "./checks/features.js";
export { type Engine, type EngineTraits, engines, engineTraits, majorVersion, parameterGroupFamily } from "./engines.js";
export { notices } from "./notices.js";
export { rules } from "./rules.js";
export { type DatabaseConfig, databaseData } from "./schema/database.js";
export { type DatabaseUserConfig, databaseUserData } from "./schema/database-user.js";
export { portOf, shapeOf, storageOf } from "./shape.js";

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = {
  availability: "single",
  backups: { retentionDays: 7, keepAfterDestroy: false },
  upgrades: { applyImmediately: true },
  logRetentionDays: 30,
  protect: false,
} as const;
