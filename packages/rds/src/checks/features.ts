import type { CrossProblem } from "@groundplan/core/schema";
import type { DatabaseConfig } from "../schema/database.js";
import { isServerless } from "../schema/size.js";
import { type Shape, shapeOf } from "../shape.js";

/** A feature, how to tell that it is asked for, and the shapes that it goes with. */
export interface Feature {
  readonly path: readonly string[];
  readonly value?: (config: DatabaseConfig) => unknown;
  readonly isAsked: (config: DatabaseConfig) => boolean;
  readonly goesWith: readonly Shape[];
  /** What to do instead. */
  readonly instead: string;
}

const shapeNames: Readonly<Record<Shape, string>> = {
  instance: "an instance",
  multiAzCluster: "readable standbys",
  aurora: "Aurora",
};

/**
 * What goes with which shape.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.Limitations.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-considerations.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html
 */
export const features: readonly Feature[] = [
  {
    path: ["size"],
    isAsked: ({ size }) => isServerless(size),
    goesWith: ["aurora"],
    instead: 'give an instance class such as "db.m7g.large"',
  },
  {
    path: ["availability"],
    value: ({ availability }) => availability,
    isAsked: ({ availability }) => availability === "readableStandbys",
    goesWith: ["multiAzCluster"],
    instead: 'give "standby", and name more instances in "replicas"',
  },
  {
    path: ["replicas"],
    isAsked: ({ replicas }) => Object.keys(replicas).length > 0,
    goesWith: ["instance", "aurora"],
    instead: "take them out, and read from the standbys, at the reader endpoint",
  },
  {
    path: ["globalCluster"],
    isAsked: ({ globalCluster }) => globalCluster !== undefined,
    goesWith: ["aurora"],
    instead: 'take it out, and name a replica with "inSecondRegion" in "replicas"',
  },
  {
    path: ["backups", "inSecondRegionDays"],
    value: ({ backups }) => backups.inSecondRegionDays,
    isAsked: ({ backups }) => backups.inSecondRegionDays !== "off",
    goesWith: ["instance"],
    instead: 'take it out, and give "backupPlan.copyDays"',
  },
  {
    path: ["schedule"],
    isAsked: ({ schedule }) => schedule !== "off",
    goesWith: ["instance", "aurora"],
    instead: 'take it out, since AWS never stops them, or give "availability" standby',
  },
  {
    path: ["upgrades", "how"],
    value: ({ upgrades }) => upgrades.how,
    isAsked: ({ upgrades }) => upgrades.how === "blueGreen",
    goesWith: ["instance"],
    instead: 'give "inPlace"; the provider makes no blue/green deployment of a cluster',
  },
];

/** Features that do not go with the database's shape. */
export function featureProblems(config: DatabaseConfig): CrossProblem[] {
  const shape = isReadableMistake(config) ? "instance" : shapeOf(config);
  return features
    .filter(({ isAsked, goesWith }) => isAsked(config) && !goesWith.includes(shape))
    .map(({ path, value, instead }) => ({
      path,
      value: value?.(config),
      message: `does not go with ${nameOf(config, shape)}; ${instead}`,
    }));
}

/** MariaDB and Aurora have no readable standbys, so that nothing else is to be said of those. */
function isReadableMistake({ engine, availability }: DatabaseConfig): boolean {
  return engine === "mariadb" && availability === "readableStandbys";
}

function nameOf(config: DatabaseConfig, shape: Shape): string {
  return isReadableMistake(config) ? "MariaDB" : shapeNames[shape];
}
