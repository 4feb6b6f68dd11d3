import { writeFileSync } from "node:fs";
import { execa } from "execa";
import { CertificateAuthority } from "./certificate-authority.js";
import { DatabaseServer } from "./database-server.js";
import { pathOf } from "./installed.js";
import { type Account, anAccount, folderFor, freePort, give, start } from "./server.js";

export const master = { username: "shop_admin", password: "master's \\own" };

/** How somebody gets in: by a password, or, where `rds_iam` asks for a token, by a certificate, which stands in for it. */
export interface PostgresLogin {
  readonly user: string;
  readonly password?: string;
  readonly certificate?: { readonly key: string; readonly certificate: string };
  readonly database?: string;
  readonly sslMode?: "verify-full" | "disable";
}

export interface Answer {
  readonly failed: boolean;
  readonly out: string;
  readonly error: string;
}

/** A PostgreSQL as RDS sets one up: a master that is no superuser, the role `rds_iam`, and no way in without TLS. */
export class PostgresServer extends DatabaseServer {
  static async start(): Promise<PostgresServer> {
    const account = await anAccount();
    const folder = folderFor(account);
    const ca = await CertificateAuthority.in(folder);
    const end = { stop: async () => {} };
    const server = new PostgresServer(folder, await freePort(), ca, end);
    await server.lay(account);
    end.stop = await start(
      {
        command: pathOf("postgres"),
        arguments: ["-D", `${folder}/data`],
        account,
        log: server.log,
        stopSignal: "SIGINT",
        isReady: async () => !(await server.asRoot("SELECT 1", "postgres").then(({ failed }) => failed)),
      },
      folder,
    );
    await server.furnish();
    return server;
  }

  /** Says it as nobody on RDS can: as the superuser, by the socket. */
  asRoot(sql: string, database = "app"): Promise<Answer> {
    return psql({ PGHOST: this.folder, PGPORT: String(this.port), PGUSER: "rdsadmin", PGDATABASE: database }, sql);
  }

  /** Says it as a client does that verifies whom it talks to. */
  as({ user, password = "", certificate, database = "app", sslMode = "verify-full" }: PostgresLogin, sql: string): Promise<Answer> {
    return psql(
      {
        PGHOST: "localhost",
        PGPORT: String(this.port),
        PGUSER: user,
        PGPASSWORD: password,
        PGDATABASE: database,
        PGSSLMODE: sslMode,
        PGSSLROOTCERT: this.ca.certificate,
        ...(certificate && { PGSSLCERT: certificate.certificate, PGSSLKEY: certificate.key }),
      },
      sql,
    );
  }

  asMaster(sql: string, database = "app"): Promise<Answer> {
    return this.as({ user: master.username, password: master.password, database }, sql);
  }

  /** All roles with their passwords' hashes and memberships, all that is owned, granted, and granted by default in a database. */
  async dump(database: string): Promise<string> {
    const where = ["--host", this.folder, "--port", String(this.port), "--username", "rdsadmin"];
    const roles = await execa(pathOf("pg_dumpall"), [...where, "--globals-only"]);
    const contents = await execa(pathOf("pg_dump"), [...where, "--schema-only", "--create", database]);
    // newer ones enclose a dump in a random key
    return [roles, contents].map(({ stdout }) => stdout.replaceAll(/^\\(un)?restrict .*$/gm, "")).join("\n");
  }

  private async lay(account: Account): Promise<void> {
    const { folder } = this;
    const certificate = await this.ca.certify("localhost");
    give(folder, account);
    const options = ["--username=rdsadmin", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
    await execa(pathOf("initdb"), ["-D", `${folder}/data`, ...options], { ...account, cwd: folder });
    const settings = {
      listen_addresses: "127.0.0.1",
      port: String(this.port),
      unix_socket_directories: folder,
      ssl: "on",
      ssl_cert_file: certificate.certificate,
      ssl_key_file: certificate.key,
      ssl_ca_file: this.ca.certificate,
      log_connections: "on",
      log_statement: "all",
      fsync: "off",
    };
    writeFileSync(
      `${folder}/data/postgresql.auto.conf`,
      Object.entries(settings)
        .map(([name, value]) => `${name} = '${value}'\n`)
        .join(""),
    );
    writeFileSync(`${folder}/data/pg_hba.conf`, (await this.entrances()).join("\n"));
  }

  /** RDS asks members of `rds_iam` for a token, whatever password they have, and asks them first. */
  private async entrances(): Promise<string[]> {
    // since then who makes a role is a member of it, which RDS lives with, in a way of its own
    const { stdout } = await execa(pathOf("postgres"), ["--version"]);
    const isMemberOfAll = Number(/(\d+)/.exec(stdout)?.[1]) >= 16;
    return [
      "local all rdsadmin trust",
      ...(isMemberOfAll ? [`hostssl all ${master.username} all scram-sha-256`] : []),
      "hostssl all +rds_iam all cert",
      "hostssl all all all scram-sha-256",
      "",
    ];
  }

  private async furnish(): Promise<void> {
    const password = master.password.replaceAll("'", "''");
    await this.must("postgres", `CREATE ROLE rds_iam; CREATE ROLE ${master.username} LOGIN CREATEDB CREATEROLE PASSWORD '${password}'`);
    await this.must(
      "postgres",
      `DO 'BEGIN IF current_setting(''server_version_num'')::int >= 160000 THEN
      GRANT rds_iam TO ${master.username} WITH ADMIN OPTION; END IF; END'`,
    );
    await this.must("postgres", `CREATE DATABASE app OWNER ${master.username}`);
  }

  private async must(database: string, sql: string): Promise<void> {
    const { failed, error } = await this.asRoot(sql, database);
    if (failed) throw new Error(error);
  }
}

/** Without a file of one's own, and stopping at the first error. */
async function psql(environment: Readonly<Record<string, string>>, sql: string): Promise<Answer> {
  const { failed, stdout, stderr } = await execa(
    pathOf("psql"),
    ["--no-psqlrc", "--no-password", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1"],
    {
      extendEnv: false,
      env: { HOME: "/nonexistent", PGOPTIONS: "-c client_min_messages=warning", ...environment },
      reject: false,
      input: sql,
    },
  );
  return { failed, out: stdout, error: stderr };
}
