import { describe, expect, it } from "vitest";
import { engines } from "../src/engines.js";
import type { DatabaseProps } from "../src/index.js";
import { databaseTemplate } from "./database-template.js";
import { problems } from "./problems.js";

type Parameter = { readonly name: string; readonly value: string; readonly apply_method: string };

const typeOf = (props: Partial<DatabaseProps>) =>
  props.engine?.startsWith("aurora") || props.availability === "readableStandbys"
    ? "aws_rds_cluster_parameter_group"
    : "aws_db_parameter_group";

function parametersOf(props: Partial<DatabaseProps>): Readonly<Record<string, Parameter>> {
  const group = databaseTemplate(props).resource(typeOf(props));
  return Object.fromEntries((group["parameter"] as Parameter[]).map((parameter) => [parameter.name, parameter]));
}

const serverless = { minAcu: 1, maxAcu: 2 };
const standbys = { availability: "readableStandbys", size: "db.m6gd.large" } as const;

const large = { size: "db.r7g.large" } as const;

/** The parameter that forces TLS, by engine and shape, in the group that the database takes. */
const forced: readonly (readonly [what: string, props: Partial<DatabaseProps>, family: string, name: string, value: string])[] = [
  ["postgres", { engine: "postgres", version: "17" }, "postgres17", "rds.force_ssl", "1"],
  // whose own default is off
  ["an older postgres", { engine: "postgres", version: "14" }, "postgres14", "rds.force_ssl", "1"],
  ["postgres with readable standbys", { engine: "postgres", version: "17", ...standbys }, "postgres17", "rds.force_ssl", "1"],
  ["aurora-postgresql", { engine: "aurora-postgresql", version: "16", ...large }, "aurora-postgresql16", "rds.force_ssl", "1"],
  ["serverless", { engine: "aurora-postgresql", version: "16", size: serverless }, "aurora-postgresql16", "rds.force_ssl", "1"],
  ["mysql 8.0", { engine: "mysql", version: "8.0" }, "mysql8.0", "require_secure_transport", "1"],
  ["mysql 8.4", { engine: "mysql", version: "8.4" }, "mysql8.4", "require_secure_transport", "1"],
  ["mysql with readable standbys", { engine: "mysql", version: "8.4", ...standbys }, "mysql8.4", "require_secure_transport", "ON"],
  ["mariadb 10.6", { engine: "mariadb", version: "10.6" }, "mariadb10.6", "require_secure_transport", "1"],
  ["mariadb 10.11", { engine: "mariadb", version: "10.11" }, "mariadb10.11", "require_secure_transport", "1"],
  ["mariadb 11.4", { engine: "mariadb", version: "11.4" }, "mariadb11.4", "require_secure_transport", "1"],
  ["mariadb 11.8", { engine: "mariadb", version: "11.8" }, "mariadb11.8", "require_secure_transport", "1"],
  ["aurora-mysql", { engine: "aurora-mysql", version: "8.0", ...large }, "aurora-mysql8.0", "require_secure_transport", "ON"],
];

describe.each(forced)("TLS on %s", (_what, props, family, name, value) => {
  it("is forced in its own way, by the group that it takes", () => {
    const type = typeOf(props);
    const template = databaseTemplate(props);
    expect(template).toHaveResourceAt(`${type}.main`, { family });
    expect(parametersOf(props)[name]).toMatchObject({ value, apply_method: "immediate" });
    if (type === "aws_db_parameter_group")
      expect(template).toHaveResourceAt("aws_db_instance.main", { parameter_group_name: `\${${type}.main.name}` });
    else expect(template).toHaveResourceAt("aws_rds_cluster.main", { db_cluster_parameter_group_name: `\${${type}.main.name}` });
  });

  it("is not switched off by a parameter of one's own", () => {
    const values = ["0", "OFF", "off", "false"].flatMap((off) => [off, { value: off, apply: "atReboot" }]);
    const refusal = `parameters.${name}: lets connections in without TLS, where the module needs ${JSON.stringify(value)}; take it out`;
    expect(values.map((given) => problems({ ...props, parameters: { [name]: given } }))).toEqual(values.map(() => [refusal]));
  });
});

it("TLS is forced on each engine that there is", () => {
  expect(new Set(forced.map(([, { engine }]) => engine))).toEqual(new Set(engines));
});

describe("connections are logged", () => {
  it("by PostgreSQL itself", () => {
    expect(parametersOf({})).toMatchObject({ log_connections: { value: "1" }, log_disconnections: { value: "1" } });
  });

  it.each(["mysql", "mariadb"] as const)("by the audit plugin of %s", (engine) => {
    const template = databaseTemplate({ engine, version: engine === "mysql" ? "8.4" : "11.8" });
    expect(template).toHaveResourceAt("aws_db_option_group.main", {
      major_engine_version: engine === "mysql" ? "8.4" : "11.8",
      option: [{ option_name: "MARIADB_AUDIT_PLUGIN", option_settings: [{ name: "SERVER_AUDIT_EVENTS", value: "CONNECT" }] }],
    });
    expect(template).toHaveResourceAt("aws_db_instance.main", {
      option_group_name: "${aws_db_option_group.main.name}",
      enabled_cloudwatch_logs_exports: ["audit", "error", "slowquery"],
    });
  });

  it("by Aurora's own auditing", () => {
    const parameters = parametersOf({ engine: "aurora-mysql", version: "8.0", size: serverless });
    expect(parameters).toMatchObject({ server_audit_logging: { value: "1" }, server_audit_events: { value: "CONNECT" } });
  });
});

describe("slow statements", () => {
  it("of MySQL and MariaDB are written where RDS exports them from, unless one's own parameters say otherwise", () => {
    const mysql = { engine: "mysql", version: "8.4" } as const;
    expect(parametersOf(mysql)).toMatchObject({ log_output: { value: "FILE" }, slow_query_log: { value: "1" } });
    expect(parametersOf({ ...mysql, parameters: { slow_query_log: "0" } })["slow_query_log"]).toMatchObject({ value: "0" });
    expect(parametersOf({})).not.toHaveProperty("slow_query_log");
  });
});

describe("a parameter group", () => {
  it("is made before the one it replaces is gone, in the version's family", () => {
    expect(databaseTemplate({ version: "16.4" })).toHaveResourceAt("aws_db_parameter_group.main", {
      name_prefix: "shop-prod-main-",
      family: "postgres16",
      lifecycle: { create_before_destroy: true },
    });
  });

  it("has one's own parameters, static ones at the next restart", () => {
    const parameters = parametersOf({
      parameters: {
        shared_preload_libraries: "pg_stat_statements",
        log_min_duration_statement: "1000",
        work_mem: { value: "65536", apply: "atReboot" },
        "rds.force_ssl": "1",
      },
    });
    expect(parameters).toMatchObject({
      shared_preload_libraries: { value: "pg_stat_statements", apply_method: "pending-reboot" },
      log_min_duration_statement: { value: "1000", apply_method: "immediate" },
      work_mem: { value: "65536", apply_method: "pending-reboot" },
      "rds.force_ssl": { value: "1", apply_method: "immediate" },
    });
  });

  it("takes max_connections at once in MySQL, and at a restart in PostgreSQL", () => {
    const parameters = { max_connections: "500" };
    expect(parametersOf({ parameters })["max_connections"]).toMatchObject({ apply_method: "pending-reboot" });
    expect(parametersOf({ parameters, engine: "mysql", version: "8.4" })["max_connections"]).toMatchObject({ apply_method: "immediate" });
  });
});

describe("the option group", () => {
  it("stays for as long as a snapshot may name it", () => {
    const mysql = { engine: "mysql", version: "8.4" } as const;
    const kept = databaseTemplate(mysql).resource("aws_db_option_group");
    const gone = databaseTemplate({ ...mysql, protect: false, backups: { finalSnapshot: false, keepAfterDestroy: false } });
    expect(kept).toMatchObject({ skip_destroy: true });
    expect(gone.resource("aws_db_option_group")).toMatchObject({ skip_destroy: false });
  });
});
