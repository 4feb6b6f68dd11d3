import { shop } from "./postgres-deeds.js";
import { master, PostgresServer } from "./postgres-server.js";
import { type Outcome, runUserTask, type Target, type UserRun } from "./user-task.js";

/** A PostgreSQL with a shop's tables in it, and the task that makes users of it. */
export interface PostgresShop {
  readonly server: PostgresServer;
  readonly target: Target;
  /** Another database, with the same tables: what users of one own is no concern of another's. */
  branch(name: string): Promise<string>;
  /** Runs the task. */
  run(run: UserRun): Promise<Outcome>;
  /** Runs it, and fails where it does. */
  make(run: UserRun): Promise<void>;
}

export async function openPostgresShop(): Promise<PostgresShop> {
  const server = await PostgresServer.start();
  const { port, ca, folder } = server;
  const target: Target = { engine: "postgres", port, master, ca: ca.certificate, commands: ["psql", "setsid"], folder };
  const run = (wanted: UserRun) => runUserTask(target, { access: "secret", password: "first", ...wanted });
  const must = async (sql: string, database: string) => {
    const { failed, error } = await server.asMaster(sql, database);
    if (failed) throw new Error(error);
  };
  await must("CREATE ROLE bystander LOGIN PASSWORD 'bystander'", "app");
  await must(shop, "app");
  return {
    server,
    target,
    run,
    async branch(name) {
      await must(`CREATE DATABASE ${name}`, "app");
      await must(shop, name);
      return name;
    },
    async make(wanted) {
      const { exitCode, printed } = await run(wanted);
      if (exitCode !== 0) throw new Error(`the task ended with ${exitCode}:\n${printed}`);
    },
  };
}
