import { type Engine, engineTraits } from "./engines.js";
import type { Parameters } from "./schema/parameters.js";
import type { Shape } from "./shape.js";

/** When a parameter takes effect, in RDS's words. */
export type ApplyMethod = "immediate" | "pending-reboot";

/** A parameter of a group. */
export interface GroupParameter {
  readonly name: string;
  readonly value: string;
  readonly applyMethod: ApplyMethod;
}

/** A parameter that the module needs, and why. */
export interface RequiredParameter {
  readonly name: string;
  readonly value: string;
  /** What another value gives up: `lets connections in without TLS`. */
  readonly because: string;
}

const withoutTls = "lets connections in without TLS";
const unseen = "leaves unseen who connects";

const ofPostgres: readonly RequiredParameter[] = [
  { name: "rds.force_ssl", value: "1", because: withoutTls },
  { name: "log_connections", value: "1", because: unseen },
  { name: "log_disconnections", value: "1", because: unseen },
];

/**
 * TLS and a log of connections, in each engine's own way. MySQL's and MariaDB's instances log connections by the audit plugin of
 * an option group; a Multi-AZ DB cluster has no option groups, and logs those that fail.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html#PostgreSQL.Concepts.General.SSL.Requiring
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html
 */
export function requiredParameters(engine: Engine, shape: Shape): readonly RequiredParameter[] {
  switch (engine) {
    case "postgres":
    case "aurora-postgresql":
      return ofPostgres;
    case "aurora-mysql":
      return [
        { name: "require_secure_transport", value: "ON", because: withoutTls },
        { name: "server_audit_logging", value: "1", because: unseen },
        { name: "server_audit_events", value: "CONNECT", because: unseen },
      ];
    default:
      // a cluster's parameter has words where an instance's has numbers
      return shape === "instance"
        ? [{ name: "require_secure_transport", value: "1", because: withoutTls }]
        : [
            { name: "require_secure_transport", value: "ON", because: withoutTls },
            { name: "log_error_verbosity", value: "3", because: unseen },
          ];
  }
}

/** Parameters that take effect at a restart alone. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/parameter-groups-overview.html#parameter-groups-overview.maintenance */
const staticParameters: readonly string[] = [
  "autovacuum_freeze_max_age",
  "autovacuum_max_workers",
  "autovacuum_multixact_freeze_max_age",
  "binlog_format",
  "gtid-mode",
  "huge_pages",
  "innodb_buffer_pool_instances",
  "innodb_log_file_size",
  "innodb_read_io_threads",
  "innodb_write_io_threads",
  "lower_case_table_names",
  "max_connections",
  "max_locks_per_transaction",
  "max_logical_replication_workers",
  "max_prepared_transactions",
  "max_replication_slots",
  "max_wal_senders",
  "max_worker_processes",
  "performance_schema",
  "pg_stat_statements.max",
  "rds.custom_dns_resolution",
  "rds.logical_replication",
  "shared_buffers",
  "shared_preload_libraries",
  "track_activity_query_size",
  "wal_buffers",
];

/** Static in MySQL's dialect and not in the other, or the other way round. */
const dynamicIn: Readonly<Record<string, readonly Engine[]>> = { max_connections: ["mysql", "mariadb", "aurora-mysql"] };

// RDS exports files alone, and MySQL writes its slow statements into a table unless it is told otherwise.
// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.MySQL.LogFileSize.html
const ofMysql: Parameters = { log_output: "FILE", slow_query_log: "1" };

/** The parameters of the database's group: those it needs, then one's own, then what is usual. */
export function groupParameters(engine: Engine, shape: Shape, own: Parameters): readonly GroupParameter[] {
  const required = requiredParameters(engine, shape).map(({ name, value }) => parameter(engine, name, value));
  const names = new Set(required.map(({ name }) => name));
  const usual = engineTraits[engine].dialect === "mysql" ? ofMysql : {};
  const others = Object.entries({ ...usual, ...own })
    .filter(([name]) => !names.has(name))
    .map(([name, given]) =>
      typeof given === "string" ? parameter(engine, name, given) : { name, value: given.value, applyMethod: methods[given.apply] },
    );
  return [...required, ...others].sort((one, other) => (one.name < other.name ? -1 : 1));
}

const methods = { immediately: "immediate", atReboot: "pending-reboot" } as const satisfies Record<string, ApplyMethod>;

function parameter(engine: Engine, name: string, value: string): GroupParameter {
  const isStatic = staticParameters.includes(name) && !(dynamicIn[name] ?? []).includes(engine);
  return { name, value, applyMethod: isStatic ? "pending-reboot" : "immediate" };
}
