import { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import { insightsOf } from "./insights.js";
import { type InstanceGroups, type Surroundings, storageKind } from "./instance.js";
import { exportedLogs } from "./log-groups.js";
import { makeOptionGroup, makeParameterGroup } from "./parameter-groups.js";
import { type Place, providerArgument } from "./place.js";
import type { ReplicaConfig } from "./schema/replicas.js";
import { instanceClassOf } from "./schema/size.js";

/** A replica, and the region it stands in. */
export interface Replica {
  readonly name: string;
  readonly instance: DbInstance;
  readonly place: Place;
}

/** What replicas are made of. */
export interface ReplicaSource {
  readonly instance: DbInstance;
  readonly groups: InstanceGroups;
  readonly surroundings: Surroundings;
  readonly second: Place | undefined;
}

/** Replicas of an instance, in its region and in the second one. */
export function makeReplicas(blueprint: Blueprint, source: ReplicaSource): readonly Replica[] {
  const { config } = blueprint;
  const { surroundings, second } = source;
  const entries = Object.entries(config.replicas);
  const isAway = entries.some(([, { inSecondRegion }]) => inSecondRegion);
  const groupsThere =
    isAway && second !== undefined
      ? { parameters: makeParameterGroup(blueprint, second), options: makeOptionGroup(blueprint, second) }
      : undefined;
  return entries.map(([name, replica]) => {
    const isThere = replica.inSecondRegion && second !== undefined && groupsThere !== undefined;
    const place = isThere ? second : surroundings.home;
    const groups = isThere ? groupsThere : source.groups;
    return { name, place, instance: makeReplica(blueprint, source, { name, replica, place, groups }) };
  });
}

interface ReplicaPlan {
  readonly name: string;
  readonly replica: ReplicaConfig;
  readonly place: Place;
  readonly groups: InstanceGroups;
}

function makeReplica(blueprint: Blueprint, source: ReplicaSource, plan: ReplicaPlan): DbInstance {
  const { module, config, overrides } = blueprint;
  const { name, replica, place, groups } = plan;
  const { instance, surroundings } = source;
  const size = replica.size === undefined ? config.size : replica.size;
  const isThere = place.provider !== undefined;
  return address(
    new DbInstance(module, `replica-${name}`, {
      identifier: `${config.name}-${name}`,
      // in another region the source is known by its ARN, and its key by none
      replicateSourceDb: isThere ? instance.arn : instance.identifier,
      ...(isThere ? { kmsKeyId: place.keyArn, dbSubnetGroupName: place.subnetGroup.name } : {}),
      instanceClass: instanceClassOf(size),
      multiAz: replica.multiAz,
      storageEncrypted: true,
      ...storageKind(blueprint),
      iamDatabaseAuthenticationEnabled: true,
      vpcSecurityGroupIds: [place.securityGroup.id],
      publiclyAccessible: false,
      caCertIdentifier: config.caCertificate,
      parameterGroupName: groups.parameters.name,
      ...(groups.options === undefined ? {} : { optionGroupName: groups.options.name }),
      maintenanceWindow: config.maintenanceWindow,
      autoMinorVersionUpgrade: config.upgrades.minorAutomatic,
      applyImmediately: config.upgrades.applyImmediately,
      copyTagsToSnapshot: true,
      // it holds nothing that its source does not
      skipFinalSnapshot: true,
      ...insightsOf(blueprint, { size, keyArn: place.keyArn }),
      ...surroundings.monitoring.arguments,
      ...(isThere ? {} : { enabledCloudwatchLogsExports: [...exportedLogs(blueprint)] }),
      deletionProtection: replica.protect,
      dependsOn: [...surroundings.dependsOn],
      lifecycle: { preventDestroy: replica.protect },
      ...providerArgument(place.provider),
      ...overrides.replica?.(name),
    }),
    module,
    name,
  );
}
