import { execa } from "execa";
import { CertificateAuthority } from "./certificate-authority.js";
import { DatabaseServer } from "./database-server.js";
import { pathOf } from "./installed.js";
import { type Account, anAccount, folderFor, freePort, give, start } from "./server.js";

export const master = { username: "shop_admin", password: "master's \\own" };

export interface MariadbLogin {
  readonly user: string;
  readonly password?: string;
  readonly database?: string;
  readonly withoutTls?: boolean;
}

export interface Answer {
  readonly failed: boolean;
  readonly out: string;
  readonly error: string;
}

/**
 * A MariaDB as RDS sets one up: a master without SUPER, and no way in without TLS. It stands in for MySQL too, which Debian's stable
 * release does not have, but for its client's options and `partial_revokes`, which are MySQL's own.
 */
export class MariadbServer extends DatabaseServer {
  static async start(): Promise<MariadbServer> {
    const account = await anAccount();
    const folder = folderFor(account);
    const ca = await CertificateAuthority.in(folder);
    const end = { stop: async () => {} };
    const server = new MariadbServer(folder, await freePort(), ca, end);
    const options = await server.lay(account);
    end.stop = await start(
      {
        command: pathOf("mariadbd"),
        arguments: options,
        account,
        log: server.log,
        stopSignal: "SIGTERM",
        isReady: async () => !(await server.asRoot("SELECT 1", "mysql")).failed,
      },
      folder,
    );
    await server.furnish();
    return server;
  }

  /** Says it as nobody on RDS can: as root, by the socket. */
  asRoot(sql: string, database = "app"): Promise<Answer> {
    return mariadb([`--socket=${this.folder}/socket`, "--user=root"], database, { sql });
  }

  /** Says it as a client does that verifies whom it talks to. */
  as({ user, password = "", database = "app", withoutTls = false }: MariadbLogin, sql: string): Promise<Answer> {
    const tls = withoutTls ? ["--skip-ssl"] : [`--ssl-ca=${this.ca.certificate}`, "--ssl-verify-server-cert"];
    const where = ["--host=localhost", "--protocol=TCP", `--port=${this.port}`, `--user=${user}`];
    return mariadb([...where, ...tls], database, { sql, password });
  }

  asMaster(sql: string, database = "app"): Promise<Answer> {
    return this.as({ user: master.username, password: master.password, database }, sql);
  }

  /** All accounts with their passwords' hashes, and all that is granted. */
  async dump(): Promise<string> {
    const tables = ["global_priv", "db", "tables_priv", "columns_priv", "procs_priv"];
    const answers = await Promise.all(tables.map((table) => this.asRoot(`SELECT * FROM mysql.${table} ORDER BY 1, 2, 3`)));
    return answers.map(({ out }) => out).join("\n");
  }

  private async lay(account: Account): Promise<string[]> {
    const { folder } = this;
    const { key, certificate } = await this.ca.certify("localhost");
    give(folder, account);
    const data = `--datadir=${folder}/data`;
    const options = ["--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"];
    await execa(pathOf("mariadb-install-db"), ["--no-defaults", data, ...options, ...careless], { ...account, cwd: folder });
    return [
      "--no-defaults",
      data,
      `--socket=${folder}/socket`,
      `--pid-file=${folder}/pid`,
      "--bind-address=127.0.0.1",
      `--port=${this.port}`,
      "--require-secure-transport=ON",
      `--ssl-ca=${this.ca.certificate}`,
      `--ssl-cert=${certificate}`,
      `--ssl-key=${key}`,
      "--skip-name-resolve",
      ...careless,
    ];
  }

  /** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.MasterAccounts.html */
  private async furnish(): Promise<void> {
    const rights = `SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, RELOAD, PROCESS, REFERENCES, INDEX, ALTER, SHOW DATABASES,
      CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE VIEW, SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE, CREATE USER, EVENT, TRIGGER`;
    const password = master.password.replaceAll(/['\\]/g, "\\$&");
    const account = `'${master.username}'@'%'`;
    const { failed, error } = await this.asRoot(
      `CREATE USER ${account} IDENTIFIED BY '${password}'; GRANT ${rights} ON *.* TO ${account} WITH GRANT OPTION;
      CREATE DATABASE app; CREATE DATABASE other;`,
      "mysql",
    );
    if (failed) throw new Error(error);
  }
}

/** What a server of a minute's life need not bear in mind. */
const careless = ["--innodb-flush-method=nosync", "--innodb-flush-log-at-trx-commit=0", "--sync-frm=OFF", "--innodb-log-file-size=8M"];

async function mariadb(
  args: readonly string[],
  database: string,
  said: { readonly sql: string; readonly password?: string },
): Promise<Answer> {
  const { failed, stdout, stderr } = await execa(
    pathOf("mariadb"),
    ["--no-defaults", "--batch", "--skip-column-names", ...args, `--database=${database}`],
    { extendEnv: false, env: { MYSQL_PWD: said.password ?? "" }, reject: false, input: said.sql },
  );
  return { failed, out: stdout, error: stderr };
}
