import type { DbInstance } from "@cdktf/provider-aws/lib/db-instance/index.js";
import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import type { RdsGlobalCluster } from "@cdktf/provider-aws/lib/rds-global-cluster/index.js";
import type { Blueprint } from "./blueprint.js";
import { makeCluster } from "./cluster.js";
import { type ClusterMember, makeMembers } from "./cluster-instances.js";
import { makeGlobalCluster, makeSecondCluster, type SecondCluster } from "./global-cluster.js";
import { makeInstance, type Surroundings } from "./instance.js";
import { makeClusterParameterGroup, makeOptionGroup, makeParameterGroup } from "./parameter-groups.js";
import type { Place } from "./place.js";
import { makeReplicas, type Replica } from "./replicas.js";
import { shapeOf } from "./shape.js";

/** An instance, and its replicas. */
export interface BuiltInstance {
  readonly instance: DbInstance;
  readonly replicas: readonly Replica[];
}

/** A cluster, its instances where they are ours to make, and its copy in the second region. */
export interface BuiltCluster {
  readonly cluster: RdsCluster;
  readonly members: readonly ClusterMember[];
  readonly global: RdsGlobalCluster | undefined;
  readonly second: SecondCluster | undefined;
}

export type Built = BuiltInstance | BuiltCluster;

export function isInstance(built: Built): built is BuiltInstance {
  return "instance" in built;
}

/** The database itself, in the shape that the data asks for. */
export function build(blueprint: Blueprint, surroundings: Surroundings, second: Place | undefined): Built {
  return shapeOf(blueprint.config) === "instance"
    ? buildInstance(blueprint, surroundings, second)
    : buildCluster(blueprint, surroundings, second);
}

function buildInstance(blueprint: Blueprint, surroundings: Surroundings, second: Place | undefined): BuiltInstance {
  const { home } = surroundings;
  const groups = { parameters: makeParameterGroup(blueprint, home), options: makeOptionGroup(blueprint, home) };
  const instance = makeInstance(blueprint, surroundings, groups);
  return { instance, replicas: makeReplicas(blueprint, { instance, groups, surroundings, second }) };
}

function buildCluster(blueprint: Blueprint, surroundings: Surroundings, place: Place | undefined): BuiltCluster {
  const { home, monitoring } = surroundings;
  const parameters = makeClusterParameterGroup(blueprint, home);
  const global = makeGlobalCluster(blueprint);
  const cluster = makeCluster(blueprint, surroundings, { parameters, global });
  const members = shapeOf(blueprint.config) === "aurora" ? makeMembers(blueprint, { cluster, place: home, monitoring }) : [];
  const isCopied = global !== undefined && place !== undefined;
  return {
    cluster,
    members,
    global,
    second: isCopied ? makeSecondCluster(blueprint, { global, place, monitoring, members }) : undefined,
  };
}

/** What clients and other pieces need to know of it. */
export interface Coordinates {
  readonly arn: string;
  readonly endpoint: string;
  readonly readerEndpoint: string;
  readonly resourceId: string;
  /** What events are told of. */
  readonly identifiers: readonly string[];
  readonly target: { readonly dbInstanceIdentifier: string } | { readonly dbClusterIdentifier: string };
}

export function coordinatesOf(built: Built): Coordinates {
  if (!isInstance(built)) {
    const { cluster } = built;
    return {
      arn: cluster.arn,
      endpoint: cluster.endpoint,
      readerEndpoint: cluster.readerEndpoint,
      resourceId: cluster.clusterResourceId,
      identifiers: [cluster.clusterIdentifier],
      target: { dbClusterIdentifier: cluster.clusterIdentifier },
    };
  }
  const { instance, replicas } = built;
  const near = replicas.filter(({ place }) => place.provider === undefined);
  const [first] = near;
  return {
    arn: instance.arn,
    endpoint: instance.address,
    readerEndpoint: first === undefined ? instance.address : first.instance.address,
    resourceId: instance.resourceId,
    identifiers: [instance.identifier, ...near.map((replica) => replica.instance.identifier)],
    target: { dbInstanceIdentifier: instance.identifier },
  };
}
