import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import { RdsGlobalCluster } from "@cdktf/provider-aws/lib/rds-global-cluster/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { serverlessArguments } from "./cluster.js";
import { type ClusterMember, makeSecondMembers } from "./cluster-instances.js";
import { insightsOf } from "./insights.js";
import type { Monitoring } from "./monitoring-role.js";
import { makeClusterParameterGroup } from "./parameter-groups.js";
import { type Place, providerArgument } from "./place.js";
import { portOf, storageOf } from "./shape.js";

/** What holds a cluster and its copy together, where the data asks for one. */
export function makeGlobalCluster({ module, config }: Blueprint): RdsGlobalCluster | undefined {
  if (config.globalCluster === undefined) return undefined;
  return address(
    new RdsGlobalCluster(module, "global", {
      globalClusterIdentifier: config.name,
      engine: config.engine,
      engineVersion: config.version,
      databaseName: config.databaseName,
      storageEncrypted: true,
      deletionProtection: config.protect,
      lifecycle: { preventDestroy: config.protect },
    }),
    module,
  );
}

/** The global cluster's half in the second region. */
export interface SecondCluster {
  readonly cluster: RdsCluster;
  readonly members: readonly ClusterMember[];
  readonly place: Place;
}

/** What it is made beside. */
export interface SecondSurroundings {
  readonly global: RdsGlobalCluster;
  readonly place: Place;
  readonly monitoring: Monitoring;
  /** Of the first region: a copy needs somebody to copy from. */
  readonly members: readonly ClusterMember[];
}

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-attaching.html */
export function makeSecondCluster(blueprint: Blueprint, surroundings: SecondSurroundings): SecondCluster {
  const { module, config, overrides } = blueprint;
  const { global, place, monitoring, members } = surroundings;
  const parameters = makeClusterParameterGroup(blueprint, place);
  const storage = storageOf(config);
  const size = config.globalCluster?.size === undefined ? config.size : config.globalCluster.size;
  const cluster = address(
    new RdsCluster(module, "second-cluster", {
      clusterIdentifier: `${config.name}-second`,
      globalClusterIdentifier: global.id,
      engine: config.engine,
      engineVersion: config.version,
      port: portOf(config),
      ...(storage.type === "aurora-iopt1" ? { storageType: storage.type } : {}),
      ...serverlessArguments(size),
      storageEncrypted: true,
      kmsKeyId: place.keyArn,
      iamDatabaseAuthenticationEnabled: true,
      dbSubnetGroupName: place.subnetGroup.name,
      vpcSecurityGroupIds: [place.securityGroup.id],
      dbClusterParameterGroupName: parameters.name,
      backupRetentionPeriod: config.backups.retentionDays,
      preferredBackupWindow: config.backups.window,
      preferredMaintenanceWindow: config.maintenanceWindow,
      applyImmediately: config.upgrades.applyImmediately,
      allowMajorVersionUpgrade: config.upgrades.allowMajor,
      copyTagsToSnapshot: true,
      // it holds nothing that the first one does not
      skipFinalSnapshot: true,
      ...insightsOf(blueprint, { size, keyArn: place.keyArn }),
      deletionProtection: config.protect,
      dependsOn: members.map(({ instance }) => instance),
      lifecycle: {
        preventDestroy: config.protect,
        // the global cluster upgrades its members, and says who copies from whom after a switch
        ignoreChanges: ["engine_version", "replication_source_identifier"],
      },
      ...providerArgument(place.provider),
      ...overrides.cluster,
    }),
    module,
    "second",
  );
  return { cluster, place, members: makeSecondMembers(blueprint, { cluster, place, monitoring }) };
}
