import { accountId, region, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { engines } from "../engines.js";
import { backupPlanField, backups, restoreField } from "./backups.js";
import { decides, sqlName } from "./fields.js";
import { master, proxyField } from "./master.js";
import { monitoringFields, scheduleField } from "./monitoring.js";
import { parameters } from "./parameters.js";
import { globalClusterField, replicas } from "./replicas.js";
import { size } from "./size.js";
import { storage } from "./storage.js";
import { upgrades } from "./upgrades.js";
import { maintenanceWindow } from "./windows.js";

const engineFields = {
  engine: structural(z.enum(engines), decides).describe("What runs. Aurora is Amazon's own storage beneath the same SQL."),
  version: structural(
    z.string().regex(/^\d+(\.\d+){0,2}(\.mysql_aurora(\.\d+){3})?$/, 'is no version; give one such as "17" or "17.6", quoted'),
    "the family of parameter groups comes of it",
  ).describe("Its version, quoted: the major one (`17`, `8.4`) leaves the minor one to AWS."),
  databaseName: sqlName().default("app").describe("The first database in it. Changing it replaces the whole."),
  port: z.int().min(1150).max(65_535).optional().describe("Port that it listens on. Default: the engine's own, 5432 or 3306."),
};

const machineFields = {
  availability: structural(z.enum(["single", "standby", "readableStandbys"]), decides)
    .default("standby")
    .describe(
      "What takes over when an AZ fails: nothing (`single`), a second instance (`standby`; of Aurora it can be read), or two that can be read (`readableStandbys`, a Multi-AZ DB cluster).",
    ),
  size: size().default("db.t4g.medium").describe("Its instance class, or for Aurora the capacity that it moves in."),
  storage: storage().optional().describe("Where the data lies. Default: gp3 of 20 GiB that grows to 100, or Aurora's own."),
  replicas: replicas().describe("More instances to read from, by name."),
  globalCluster: globalClusterField()
    .optional()
    .describe("A copy in `secondRegion` that can take over, less than a second behind. Aurora alone."),
};

const accessFields = {
  master: master().describe("The user that owns everything, and where its password comes from. No application is ever given it."),
  proxy: proxyField().describe("RDS Proxy: connections are shared, and outlive a failover."),
  parameters: parameters().describe("Parameters of the engine, beside those that force TLS and log connections."),
  caCertificate: z
    .enum(["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"])
    .default("rds-ca-rsa2048-g1")
    .describe("Who signs its certificate; clients check that with AWS's bundle."),
};

const durabilityFields = {
  backups: backups().describe("Automated backups, and the last one."),
  backupPlan: backupPlanField().describe("AWS Backup beside them: recovery points in a locked vault, for longer than 35 days."),
  secondRegion: region()
    .optional()
    .describe("Where replicas, copies and the global cluster's other half stand. Its provider, network and key are wired."),
  restore: restoreField().optional().describe("What it is made from. Read once: taken out, put in or changed later, it does nothing."),
};

/** A database's data, each field for itself; `config.ts` adds what holds between them. */
export const databaseData = z.strictObject({
  name: structural(slug(50), "other names are made from it").describe(
    "Its identifier, such as `shop-prod-main`: it is in the endpoint, and what is made beside it is named after it.",
  ),
  accountId: accountId().describe("The account that it stands in."),
  region: region().describe("Its region."),
  ...engineFields,
  ...machineFields,
  ...accessFields,
  ...durabilityFields,
  maintenanceWindow: maintenanceWindow().default("sun:03:00-sun:04:00").describe("When AWS patches it, in UTC."),
  upgrades: upgrades().describe("How it changes."),
  ...monitoringFields,
  schedule: scheduleField().describe("Stop it at night. Not for production."),
  generation: structural(z.int().min(1), "what is refused depends on it")
    .default(1)
    .describe("Raise it by one to let through a change that replaces the database or its identifier, and is refused otherwise."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe("Refuse a plan that destroys the database, its key, secrets or logs; RDS refuses to delete it, too."),
});

export type DatabaseConfig = z.output<typeof databaseData>;
