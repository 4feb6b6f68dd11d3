import { DbInstance, type DbInstanceConfig } from "@cdktf/provider-aws/lib/db-instance/index.js";
import type { DbOptionGroup } from "@cdktf/provider-aws/lib/db-option-group/index.js";
import type { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group/index.js";
import { address } from "@groundplan/core";
import type { ITerraformDependable } from "cdktf";
import type { Blueprint } from "./blueprint.js";
import type { Credentials } from "./credentials.js";
import type { Identity } from "./identity.js";
import { insightsOf } from "./insights.js";
import { exportedLogs } from "./log-groups.js";
import type { Monitoring } from "./monitoring-role.js";
import type { Place } from "./place.js";
import type { Restore } from "./schema/backups.js";
import { instanceClassOf } from "./schema/size.js";
import { isSized } from "./schema/storage.js";
import { portOf, storageCeiling, storageOf } from "./shape.js";

/** What the database is made beside. */
export interface Surroundings {
  readonly home: Place;
  readonly identity: Identity;
  readonly credentials: Credentials;
  readonly monitoring: Monitoring;
  /** What must stand before it does. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** The groups of an instance. */
export interface InstanceGroups {
  readonly parameters: DbParameterGroup;
  readonly options: DbOptionGroup | undefined;
}

/** An instance, with a standby where the data says so. */
export function makeInstance(blueprint: Blueprint, surroundings: Surroundings, groups: InstanceGroups): DbInstance {
  const { module, config, overrides } = blueprint;
  const { home, identity, credentials, monitoring, dependsOn } = surroundings;
  const argumentsOf: DbInstanceConfig = {
    identifier: config.name,
    engine: config.engine,
    engineVersion: config.version,
    instanceClass: instanceClassOf(config.size),
    dbName: config.databaseName,
    port: portOf(config),
    multiAz: config.availability === "standby",
    ...storageArguments(blueprint),
    storageEncrypted: true,
    kmsKeyId: home.keyArn,
    ...credentials.ofInstance,
    iamDatabaseAuthenticationEnabled: true,
    dbSubnetGroupName: home.subnetGroup.name,
    vpcSecurityGroupIds: [home.securityGroup.id],
    publiclyAccessible: false,
    caCertIdentifier: config.caCertificate,
    parameterGroupName: groups.parameters.name,
    ...(groups.options === undefined ? {} : { optionGroupName: groups.options.name }),
    ...backupArguments(blueprint, identity),
    ...changeArguments(blueprint),
    ...restoreArguments(config.restore),
    ...insightsOf(blueprint, { size: config.size, keyArn: home.keyArn }),
    ...monitoring.arguments,
    enabledCloudwatchLogsExports: [...exportedLogs(blueprint)],
    deletionProtection: config.protect,
    dependsOn: [...dependsOn],
    lifecycle: {
      preventDestroy: config.protect,
      // read once, when it was made
      ignoreChanges: ["snapshot_identifier", "restore_to_point_in_time"],
      precondition: [...identity.preconditions],
    },
    ...overrides.instance,
  };
  return address(new DbInstance(module, "instance", argumentsOf), module);
}

function storageArguments(blueprint: Blueprint): Partial<DbInstanceConfig> {
  const storage = storageOf(blueprint.config);
  return isSized(storage) ? { allocatedStorage: storage.gib, ...storageKind(blueprint) } : {};
}

/** What a replica has of its source's storage; its size it takes over. */
export function storageKind({ config }: Blueprint): Partial<DbInstanceConfig> {
  const storage = storageOf(config);
  if (!isSized(storage)) return {};
  const ceiling = storageCeiling(config);
  return {
    storageType: storage.type,
    ...(ceiling === undefined ? {} : { maxAllocatedStorage: ceiling }),
    ...(storage.iops === undefined ? {} : { iops: storage.iops }),
    ...(storage.type === "gp3" && storage.throughputMibps !== undefined ? { storageThroughput: storage.throughputMibps } : {}),
  };
}

function backupArguments({ config }: Blueprint, { uniqueId }: Identity): Partial<DbInstanceConfig> {
  const { backups, name } = config;
  return {
    backupRetentionPeriod: backups.retentionDays,
    backupWindow: backups.window,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: !backups.keepAfterDestroy,
    skipFinalSnapshot: !backups.finalSnapshot,
    finalSnapshotIdentifier: `${name}-final-${uniqueId}`,
  };
}

function changeArguments({ config }: Blueprint): Partial<DbInstanceConfig> {
  const { upgrades, maintenanceWindow } = config;
  return {
    maintenanceWindow,
    autoMinorVersionUpgrade: upgrades.minorAutomatic,
    allowMajorVersionUpgrade: upgrades.allowMajor,
    applyImmediately: upgrades.applyImmediately,
    ...(upgrades.how === "blueGreen" ? { blueGreenUpdate: { enabled: true } } : {}),
  };
}

function restoreArguments(restore: Restore | undefined): Partial<DbInstanceConfig> {
  if (restore === undefined) return {};
  if ("snapshot" in restore) return { snapshotIdentifier: restore.snapshot };
  const { source, time } = restore;
  return {
    restoreToPointInTime: {
      sourceDbInstanceIdentifier: source,
      ...(time === "latest" ? { useLatestRestorableTime: true } : { restoreTime: time }),
    },
  };
}
