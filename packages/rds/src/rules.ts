import type { ProductionRule } from "@groundplan/core/schema";
import type { DatabaseConfig } from "./schema/database.js";
import { isSized } from "./schema/storage.js";
import { storageOf } from "./shape.js";

const leastRetentionDays = 14;
const leastLogDays = 90;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<DatabaseConfig>[] = [
  {
    id: "database-multi-az",
    path: ["availability"],
    holds: ({ availability }) => availability !== "single",
    message: 'is a single AZ, and its failure takes the database down; give "standby"',
  },
  {
    id: "database-backups-kept",
    path: ["backups", "retentionDays"],
    holds: ({ backups }) => backups.retentionDays >= leastRetentionDays,
    message: `is shorter than a mistake goes unseen; give ${leastRetentionDays} or more, 30 by default`,
  },
  {
    id: "database-final-snapshot",
    path: ["backups", "finalSnapshot"],
    holds: ({ backups }) => backups.finalSnapshot,
    message: 'is off, and a destroyed database is gone; leave "finalSnapshot" on',
  },
  {
    id: "database-backups-outlive",
    path: ["backups", "keepAfterDestroy"],
    holds: ({ backups }) => backups.keepAfterDestroy,
    message: 'is off, and a destroyed database takes its backups with it; leave "keepAfterDestroy" on',
  },
  {
    id: "database-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and one plan can destroy the database; leave "protect" on',
  },
  {
    id: "database-changes-in-window",
    path: ["upgrades", "applyImmediately"],
    holds: ({ upgrades }) => !upgrades.applyImmediately,
    message: 'is on, and a change restarts the database at once; leave "applyImmediately" off',
  },
  {
    id: "database-never-stopped",
    path: ["schedule"],
    holds: ({ schedule }) => schedule === "off",
    message: "stops the database; take it out",
  },
  {
    id: "database-not-burstable",
    path: ["size"],
    holds: ({ size }) => typeof size !== "string" || !/^db\.t\d/.test(size) || !/\.(micro|small)$/.test(size),
    message: 'is a class for trying things out, which runs out of memory and CPU credits; give "db.t4g.medium" or larger',
  },
  {
    id: "database-room-to-grow",
    path: ["storage", "maxGib"],
    holds: (config) => {
      const storage = storageOf(config);
      return !isSized(storage) || config.availability === "readableStandbys" || storage.maxGib !== "off";
    },
    message: 'is "off", and a full disk stops the database; give a ceiling',
  },
  {
    id: "database-logs-kept",
    path: ["logRetentionDays"],
    holds: ({ logRetentionDays }) => logRetentionDays >= leastLogDays,
    message: `is short of the ${leastLogDays} days in which a break-in is usually found; give at least ${leastLogDays}`,
  },
  {
    id: "database-observed",
    path: ["alarms"],
    holds: ({ alarms, events }) => events && alarms.cpuPercent !== "off" && alarms.freeStoragePercent !== "off",
    message: 'leaves a failing or full database untold; keep "events", "cpuPercent" and "freeStoragePercent"',
  },
  {
    id: "database-vault-can-be-unlocked",
    path: ["backupPlan", "lock", "mode"],
    holds: ({ backupPlan }) => backupPlan === "off" || backupPlan.lock === "off" || backupPlan.lock.mode !== "compliance",
    message: 'can never be taken back, by nobody; give "governance"',
  },
];
