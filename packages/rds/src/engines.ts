/** The engines that there are, by AWS's names. */
export const engines = ["postgres", "mysql", "mariadb", "aurora-postgresql", "aurora-mysql"] as const;

export type Engine = (typeof engines)[number];

/** Whose SQL it speaks. */
export type Dialect = "postgres" | "mysql";

/** What an engine is, apart from its versions. */
export interface EngineTraits {
  readonly dialect: Dialect;
  readonly port: number;
  readonly isAurora: boolean;
  /** Runs as a Multi-AZ DB cluster, whose standbys can be read. */
  readonly hasReadableStandbys: boolean;
  /** Major versions that are known here, oldest first; another one may be right, and is told. */
  readonly majors: readonly string[];
  /** Logs that are exported to CloudWatch. */
  readonly logs: readonly string[];
}

/**
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MariaDB.Concepts.VersionMgmt.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.RDS_Fea_Regions_DB-eng.Feature.MultiAZDBClusters.html
 */
export const engineTraits: Readonly<Record<Engine, EngineTraits>> = {
  postgres: {
    dialect: "postgres",
    port: 5432,
    isAurora: false,
    hasReadableStandbys: true,
    majors: ["13", "14", "15", "16", "17", "18"],
    logs: ["postgresql", "upgrade"],
  },
  mysql: {
    dialect: "mysql",
    port: 3306,
    isAurora: false,
    hasReadableStandbys: true,
    majors: ["8.0", "8.4"],
    logs: ["audit", "error", "slowquery"],
  },
  mariadb: {
    dialect: "mysql",
    port: 3306,
    isAurora: false,
    hasReadableStandbys: false,
    majors: ["10.6", "10.11", "11.4", "11.8"],
    logs: ["audit", "error", "slowquery"],
  },
  "aurora-postgresql": {
    dialect: "postgres",
    port: 5432,
    isAurora: true,
    hasReadableStandbys: false,
    majors: ["13", "14", "15", "16", "17"],
    logs: ["postgresql"],
  },
  "aurora-mysql": {
    dialect: "mysql",
    port: 3306,
    isAurora: true,
    hasReadableStandbys: false,
    majors: ["8.0"],
    logs: ["audit", "error", "slowquery"],
  },
};

/** What changes with a major upgrade: `17` of PostgreSQL's 17.6, `8.4` of MySQL's 8.4.5. */
export function majorVersion(engine: Engine, version: string): string {
  const parts = version.split(".");
  return engineTraits[engine].dialect === "postgres" ? (parts[0] ?? version) : parts.slice(0, 2).join(".");
}

/**
 * The family of parameter groups that a version takes: `postgres17`, `mysql8.4`, `aurora-mysql8.0`.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/parameter-groups-overview.html
 */
export function parameterGroupFamily(engine: Engine, version: string): string {
  return `${engine}${majorVersion(engine, version)}`;
}
