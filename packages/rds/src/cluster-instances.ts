import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import type { Monitoring } from "./monitoring-role.js";
import { type Place, providerArgument } from "./place.js";
import { instanceClassOf, type Size } from "./schema/size.js";

/** An instance of an Aurora cluster, and the region it stands in. */
export interface ClusterMember {
  readonly name: string;
  readonly instance: RdsClusterInstance;
  readonly place: Place;
}

/** A cluster, and where it stands. */
export interface MemberSetting {
  readonly cluster: RdsCluster;
  readonly place: Place;
  readonly monitoring: Monitoring;
}

/** What one instance is made from. */
interface MemberPlan {
  readonly name: string;
  readonly size: Size;
  /** Who takes over first: the lowest. */
  readonly promotionTier: number;
  readonly protect: boolean;
}

/** Instances of Aurora at home: the writer, who takes over, and replicas. */
export function makeMembers(blueprint: Blueprint, setting: MemberSetting): readonly ClusterMember[] {
  const { config } = blueprint;
  const { size, protect } = config;
  const own = config.availability === "single" ? ["1"] : ["1", "2"];
  const plans: MemberPlan[] = [
    ...own.map((name, index) => ({ name, size, promotionTier: index, protect })),
    // a replica takes over last, unless nothing else is left
    ...Object.entries(config.replicas).map(([name, replica]) => ({
      name,
      size: replica.size === undefined ? size : replica.size,
      promotionTier: 15,
      protect: replica.protect,
    })),
  ];
  return plans.map((plan) => makeMember(blueprint, setting, plan));
}

/** Instances of the global cluster's other half. */
export function makeSecondMembers(blueprint: Blueprint, setting: MemberSetting): readonly ClusterMember[] {
  const { config } = blueprint;
  const { globalCluster } = config;
  if (globalCluster === undefined) return [];
  const size = globalCluster.size === undefined ? config.size : globalCluster.size;
  return Array.from({ length: globalCluster.instances }, (_, index) =>
    makeMember(blueprint, setting, { name: `second-${index + 1}`, size, promotionTier: Math.min(index, 15), protect: false }),
  );
}

function makeMember(blueprint: Blueprint, { cluster, place, monitoring }: MemberSetting, plan: MemberPlan): ClusterMember {
  const { module, config, overrides } = blueprint;
  const { name, size, promotionTier, protect } = plan;
  const instance = address(
    new RdsClusterInstance(module, `instance-${name}`, {
      identifier: `${config.name}-${name}`,
      clusterIdentifier: cluster.id,
      engine: cluster.engine,
      engineVersion: cluster.engineVersion,
      instanceClass: instanceClassOf(size),
      promotionTier,
      dbSubnetGroupName: place.subnetGroup.name,
      publiclyAccessible: false,
      caCertIdentifier: config.caCertificate,
      autoMinorVersionUpgrade: config.upgrades.minorAutomatic,
      applyImmediately: config.upgrades.applyImmediately,
      preferredMaintenanceWindow: config.maintenanceWindow,
      copyTagsToSnapshot: true,
      ...monitoring.arguments,
      dependsOn: [...monitoring.dependsOn],
      lifecycle: { preventDestroy: protect },
      ...providerArgument(place.provider),
      ...overrides.clusterInstance?.(name),
    }),
    module,
    ...name.split("-"),
  );
  return { name, instance, place };
}
