import { engineTraits } from "./engines.js";
import type { DatabaseConfig } from "./schema/database.js";
import { isSized, type Storage } from "./schema/storage.js";

/** What RDS makes of it: an instance, a Multi-AZ DB cluster, or a cluster of Aurora. */
export type Shape = "instance" | "multiAzCluster" | "aurora";

export function shapeOf({ engine, availability }: Pick<DatabaseConfig, "engine" | "availability">): Shape {
  if (engineTraits[engine].isAurora) return "aurora";
  return availability === "readableStandbys" ? "multiAzCluster" : "instance";
}

/** The storage that is asked for, or what the shape has by default. */
export function storageOf(config: Pick<DatabaseConfig, "engine" | "availability" | "storage">): Storage {
  if (config.storage !== undefined) return config.storage;
  return shapeOf(config) === "aurora" ? { type: "aurora" } : { type: "gp3", gib: 20 };
}

/** Where an instance's storage stops growing, in GiB; `undefined` where it does not grow. */
export function storageCeiling(config: Pick<DatabaseConfig, "engine" | "availability" | "storage">): number | undefined {
  const storage = storageOf(config);
  if (!isSized(storage) || shapeOf(config) !== "instance" || storage.maxGib === "off") return undefined;
  return storage.maxGib ?? Math.min(5 * storage.gib, 65_536);
}

export function portOf({ engine, port }: Pick<DatabaseConfig, "engine" | "port">): number {
  return port === undefined ? engineTraits[engine].port : port;
}
