import { RdsCluster, type RdsClusterConfig } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import type { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group/index.js";
import type { RdsGlobalCluster } from "@cdktf/provider-aws/lib/rds-global-cluster/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import type { Identity } from "./identity.js";
import { insightsOf } from "./insights.js";
import type { Surroundings } from "./instance.js";
import { exportedLogs } from "./log-groups.js";
import type { Monitoring } from "./monitoring-role.js";
import type { Restore } from "./schema/backups.js";
import { instanceClassOf, isServerless, type Size } from "./schema/size.js";
import { isSized } from "./schema/storage.js";
import { portOf, shapeOf, storageOf } from "./shape.js";

/** What a cluster alone is made beside. */
export interface ClusterParts {
  readonly parameters: RdsClusterParameterGroup;
  readonly global: RdsGlobalCluster | undefined;
}

/** A cluster: of Aurora, or of an instance and two standbys that can be read. */
export function makeCluster(blueprint: Blueprint, surroundings: Surroundings, { parameters, global }: ClusterParts): RdsCluster {
  const { module, config, overrides } = blueprint;
  const { home, identity, credentials, monitoring, dependsOn } = surroundings;
  return address(
    new RdsCluster(module, "cluster", {
      clusterIdentifier: config.name,
      engine: config.engine,
      engineVersion: config.version,
      databaseName: config.databaseName,
      port: portOf(config),
      ...machineArguments(blueprint, monitoring),
      storageEncrypted: true,
      kmsKeyId: home.keyArn,
      ...credentials.ofCluster,
      iamDatabaseAuthenticationEnabled: true,
      dbSubnetGroupName: home.subnetGroup.name,
      vpcSecurityGroupIds: [home.securityGroup.id],
      dbClusterParameterGroupName: parameters.name,
      ...(global === undefined ? {} : { globalClusterIdentifier: global.id }),
      ...backupArguments(blueprint, identity),
      preferredMaintenanceWindow: config.maintenanceWindow,
      allowMajorVersionUpgrade: config.upgrades.allowMajor,
      applyImmediately: config.upgrades.applyImmediately,
      ...restoreArguments(config.restore),
      ...insightsOf(blueprint, { size: config.size, keyArn: home.keyArn }),
      enabledCloudwatchLogsExports: [...exportedLogs(blueprint)],
      deletionProtection: config.protect,
      dependsOn: [...dependsOn],
      lifecycle: {
        preventDestroy: config.protect,
        ignoreChanges: [
          // read once, when it was made
          "snapshot_identifier",
          "restore_to_point_in_time",
          // the global cluster upgrades its members
          ...(global === undefined ? [] : ["engine_version"]),
        ],
        precondition: [...identity.preconditions],
      },
      ...overrides.cluster,
    }),
    module,
  );
}

function machineArguments({ config }: Blueprint, monitoring: Monitoring): Partial<RdsClusterConfig> {
  const storage = storageOf(config);
  if (shapeOf(config) === "aurora") {
    // the default has no name to AWS
    return { ...(storage.type === "aurora-iopt1" ? { storageType: storage.type } : {}), ...serverlessArguments(config.size) };
  }
  return {
    dbClusterInstanceClass: instanceClassOf(config.size),
    ...(isSized(storage)
      ? { storageType: storage.type, allocatedStorage: storage.gib, ...(storage.iops === undefined ? {} : { iops: storage.iops }) }
      : {}),
    ...monitoring.arguments,
  };
}

/** Capacity of an Aurora cluster's serverless instances. */
export function serverlessArguments(size: Size): Partial<RdsClusterConfig> {
  if (!isServerless(size)) return {};
  const { minAcu, maxAcu, pauseAfterSeconds } = size;
  return {
    serverlessv2ScalingConfiguration: {
      minCapacity: minAcu,
      maxCapacity: maxAcu,
      ...(pauseAfterSeconds === undefined ? {} : { secondsUntilAutoPause: pauseAfterSeconds }),
    },
  };
}

function backupArguments({ config }: Blueprint, { uniqueId }: Identity): Partial<RdsClusterConfig> {
  const { backups, name } = config;
  return {
    backupRetentionPeriod: backups.retentionDays,
    preferredBackupWindow: backups.window,
    copyTagsToSnapshot: true,
    deleteAutomatedBackups: !backups.keepAfterDestroy,
    skipFinalSnapshot: !backups.finalSnapshot,
    finalSnapshotIdentifier: `${name}-final-${uniqueId}`,
  };
}

function restoreArguments(restore: Restore | undefined): Partial<RdsClusterConfig> {
  if (restore === undefined) return {};
  if ("snapshot" in restore) return { snapshotIdentifier: restore.snapshot };
  const { source, time } = restore;
  return {
    restoreToPointInTime: {
      sourceClusterIdentifier: source,
      ...(time === "latest" ? { useLatestRestorableTime: true } : { restoreToTime: time }),
    },
  };
}
