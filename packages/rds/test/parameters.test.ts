import { describe, expect, it } from "vitest";
import type { DatabaseProps } from "../src/index.js";
import { databaseTemplate } from "./database-template.js";

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

describe("TLS is forced", () => {
  it.each([
    ["postgres", { engine: "postgres", version: "17" }, "rds.force_ssl", "1"],
    ["postgres with readable standbys", { engine: "postgres", version: "17", ...standbys }, "rds.force_ssl", "1"],
    ["aurora-postgresql", { engine: "aurora-postgresql", version: "16", size: serverless }, "rds.force_ssl", "1"],
    ["mysql", { engine: "mysql", version: "8.4" }, "require_secure_transport", "1"],
    ["mysql with readable standbys", { engine: "mysql", version: "8.4", ...standbys }, "require_secure_transport", "ON"],
    ["mariadb", { engine: "mariadb", version: "11.8" }, "require_secure_transport", "1"],
    ["aurora-mysql", { engine: "aurora-mysql", version: "8.0", size: serverless }, "require_secure_transport", "ON"],
  ] as const)("on %s, in its own way", (_what, props, name, value) => {
    expect(parametersOf(props)[name]).toMatchObject({ value });
  });
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
