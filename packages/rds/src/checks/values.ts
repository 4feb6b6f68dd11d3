import type { CrossProblem } from "@groundplan/core/schema";
import { type Dialect, engineTraits, majorVersion } from "../engines.js";
import { hasInsights } from "../has-insights.js";
import type { DatabaseConfig } from "../schema/database.js";
import { isServerless } from "../schema/size.js";

/**
 * Names that the engines keep to themselves.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
 */
const reserved: Readonly<Record<Dialect, { readonly users: readonly string[]; readonly databases: readonly string[] }>> = {
  postgres: {
    users: ["admin", "public", "rds_superuser", "rdsadmin", "rdsrepladmin"],
    databases: ["database", "postgres", "rdsadmin", "template0", "template1"],
  },
  mysql: {
    users: ["rdsadmin", "rdsrepladmin", "root"],
    databases: ["database", "information_schema", "innodb", "mysql", "performance_schema", "sys"],
  },
};

/** Names that addresses and alarms of the database's other pieces have. */
const ofTheModule = /^(second|identity|proxy|master)(-|$)/;

export function nameProblems({ engine, databaseName, master, proxy, replicas, name }: DatabaseConfig): CrossProblem[] {
  const { users, databases } = reserved[engineTraits[engine].dialect];
  const keepsToItself = (path: (string | number)[], value: string, names: readonly string[]): CrossProblem[] =>
    names.includes(value) ? [{ path, value, message: `is a name that ${engine} keeps to itself; give another one` }] : [];
  return [
    ...keepsToItself(["databaseName"], databaseName, databases),
    ...keepsToItself(["master", "userName"], master.userName, users),
    ...(proxy === "off" ? [] : proxy.users.flatMap((user, index) => keepsToItself(["proxy", "users", index], user, users))),
    ...Object.keys(replicas)
      .filter((key) => ofTheModule.test(key))
      .map((key) => ({
        path: ["replicas", key],
        value: undefined,
        message: "is what the module calls something of its own; give another name",
      })),
    ...Object.keys(replicas)
      .filter((key) => `${name}-${key}`.length > 63)
      .map((key) => ({
        path: ["replicas", key],
        value: undefined,
        message: `makes an identifier longer than 63 characters with "name"; give a shorter one`,
      })),
  ];
}

/** A version that its engine cannot have. What is merely not known here is told as a notice. */
export function versionProblems({ engine, version }: DatabaseConfig): CrossProblem[] {
  const { dialect } = engineTraits[engine];
  const parts = version.split(".").length;
  const problem = (message: string): CrossProblem[] => [{ path: ["version"], value: version, message }];
  if (dialect === "mysql" && parts < 2)
    return problem(`is no version of ${engine}; give one such as "${engineTraits[engine].majors.at(-1)}"`);
  if (engine !== "aurora-mysql" && version.includes("mysql_aurora"))
    return problem(`is a version of aurora-mysql, not of ${engine}; give one of ${engine}'s`);
  return Number.isNaN(Number(majorVersion(engine, version))) ? problem("is no version; give one such as 17") : [];
}

/** The provider plans a part of a version anew for ever, where it is a global cluster's. */
export function globalVersionProblems({ engine, version, globalCluster }: DatabaseConfig): CrossProblem[] {
  const isWhole = engineTraits[engine].dialect === "postgres" ? version.includes(".") : version.includes("mysql_aurora");
  if (globalCluster === undefined || isWhole) return [];
  const example = engineTraits[engine].dialect === "postgres" ? "16.8" : "8.0.mysql_aurora.3.10.0";
  return [
    { path: ["version"], value: version, message: `is not the whole of it, which "globalCluster" needs; give one such as "${example}"` },
  ];
}

// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html
export function sizeProblems({ size }: DatabaseConfig): CrossProblem[] {
  if (!isServerless(size)) return [];
  const { minAcu, maxAcu, pauseAfterSeconds } = size;
  return [
    ...(minAcu > maxAcu
      ? [{ path: ["size", "minAcu"], value: minAcu, message: `is greater than "maxAcu" ${maxAcu}; give at most ${maxAcu}` }]
      : []),
    ...(pauseAfterSeconds !== undefined && minAcu > 0
      ? [
          {
            path: ["size", "pauseAfterSeconds"],
            value: pauseAfterSeconds,
            message: 'never comes about with "minAcu" above 0; give "minAcu" 0, or take it out',
          },
        ]
      : []),
  ];
}

/** Advanced insights of a size that has none at all. */
export function insightsProblems({ engine, size, insights }: DatabaseConfig): CrossProblem[] {
  if (insights === "standard" || hasInsights(engine, size)) return [];
  const message = `needs a larger class than ${JSON.stringify(size)}, of which AWS has no insights with ${engine}; give "standard", or another "size"`;
  return [{ path: ["insights"], value: insights, message }];
}

/** Classes with a disk in the machine. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html#multi-az-db-clusters-concepts.InstanceAvailability */
const clusterClass = /^db\.[a-z]\d+[a-z]*dn?\./;

export function clusterClassProblems({ size, availability, engine }: DatabaseConfig): CrossProblem[] {
  if (availability !== "readableStandbys" || !engineTraits[engine].hasReadableStandbys || isServerless(size) || clusterClass.test(size))
    return [];
  return [
    { path: ["size"], value: size, message: 'has no disk of its own, which readable standbys need; give one such as "db.m6gd.large"' },
  ];
}
