import { MariadbServer, master } from "./mariadb-server.js";
import { type Outcome, runUserTask, type Target, type UserRun } from "./user-task.js";

/** A MariaDB, and the task that makes users of it. */
export interface MariadbShop {
  readonly server: MariadbServer;
  readonly target: Target;
  /** Runs the task. */
  run(run: UserRun): Promise<Outcome>;
  /** Runs it, and fails where it does. */
  make(run: UserRun): Promise<void>;
}

export async function openMariadbShop(): Promise<MariadbShop> {
  const server = await MariadbServer.start();
  const { port, ca, folder } = server;
  const target: Target = { engine: "mariadb", port, master, ca: ca.certificate, commands: ["mariadb", "sed"], folder };
  const run = (wanted: UserRun) => runUserTask(target, { access: "secret", password: "first", ...wanted });
  const { failed, error } = await server.asRoot(`CREATE USER bystander IDENTIFIED BY 'bystander'; CREATE TABLE other.kept (id int);
    CREATE DATABASE shopXapp; CREATE TABLE shopXapp.kept (id int); CREATE TABLE app.orders (id int);`);
  if (failed) throw new Error(error);
  return {
    server,
    target,
    run,
    async make(wanted) {
      const { exitCode, printed } = await run(wanted);
      if (exitCode !== 0) throw new Error(`the task ended with ${exitCode}:\n${printed}`);
    },
  };
}
