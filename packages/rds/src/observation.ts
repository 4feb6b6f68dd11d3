import type { Blueprint } from "./blueprint.js";
import { type Built, type BuiltCluster, type BuiltInstance, isInstance } from "./built.js";
import type { Region } from "./place.js";
import { isSized } from "./schema/storage.js";
import { shapeOf, storageOf } from "./shape.js";
import type { Watched } from "./watched.js";

/** What is watched of a database: itself, and each replica with alarms of its own. */
export function watchedOf(blueprint: Blueprint, built: Built, home: Region): readonly Watched[] {
  return isInstance(built) ? ofInstance(blueprint, built, home) : ofCluster(blueprint, built, home);
}

function ofInstance({ config }: Blueprint, { replicas }: BuiltInstance, region: Region): Watched[] {
  const storage = storageOf(config);
  const shared = { shape: "instance", storageGib: isSized(storage) ? storage.gib : undefined } as const;
  return [
    { ...shared, name: undefined, dimensions: { DBInstanceIdentifier: config.name }, size: config.size, region, lag: undefined },
    ...replicas.map(({ name, place }) => {
      const own = config.replicas[name]?.size;
      return {
        ...shared,
        name,
        dimensions: { DBInstanceIdentifier: `${config.name}-${name}` },
        size: own === undefined ? config.size : own,
        region: place,
        lag: "ReplicaLag",
      } as const;
    }),
  ];
}

function ofCluster({ config }: Blueprint, { members, second }: BuiltCluster, region: Region): Watched[] {
  const shape = shapeOf(config);
  const storage = storageOf(config);
  const isAurora = shape === "aurora";
  const shared = { shape, storageGib: isSized(storage) ? storage.gib : undefined };
  const replicas = members.filter(({ name }) => config.replicas[name] !== undefined);
  return [
    {
      ...shared,
      name: undefined,
      dimensions: { DBClusterIdentifier: config.name, ...(isAurora ? { Role: "WRITER" } : {}) },
      size: config.size,
      region,
      lag: lagOf(isAurora, members.length),
    },
    ...replicas.map(({ name, place }) => {
      const own = config.replicas[name]?.size;
      const size = own === undefined ? config.size : own;
      return {
        ...shared,
        name,
        dimensions: { DBInstanceIdentifier: `${config.name}-${name}` },
        size,
        region: place,
        lag: "AuroraReplicaLag",
      } as const;
    }),
    ...(second === undefined || second.members.length === 0
      ? []
      : [
          {
            ...shared,
            name: "second",
            dimensions: { DBClusterIdentifier: `${config.name}-second` },
            size: config.size,
            region: second.place,
            lag: "AuroraReplicaLagMaximum",
          } as const,
        ]),
  ];
}

/** Somebody must lie behind to tell how far. */
function lagOf(isAurora: boolean, members: number): Watched["lag"] {
  if (!isAurora) return "ReplicaLag";
  return members > 1 ? "AuroraReplicaLagMaximum" : undefined;
}
