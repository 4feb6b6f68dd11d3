import type { MariadbLogin, MariadbServer } from "./mariadb-server.js";

/** What somebody may try in a database, and what is over with the session. */
const passing = {
  read: "SELECT * FROM orders",
  insert: "START TRANSACTION; INSERT INTO orders (item) VALUES ('tea')",
  update: "START TRANSACTION; UPDATE orders SET item = 'tea'",
  delete: "START TRANSACTION; DELETE FROM orders",
  "read a view": "SELECT * FROM items",
  "look at a view's text": "SHOW CREATE VIEW items",
  "read what was made later": "SELECT * FROM later",
  "call a procedure": "CALL touch()",
  "lock a table": "LOCK TABLES orders WRITE",
  "make a temporary table": "CREATE TEMPORARY TABLE mine (id int)",
  "read another database": "SELECT * FROM other.kept",
  "read one of a name that is alike": "SELECT * FROM shopXapp.kept",
  "read the passwords": "SELECT * FROM mysql.global_priv",
  "set what all are bound by": "SET GLOBAL max_connections = 151",
} as const;

/** What stays, since MariaDB takes no such deed back. */
const lasting = {
  "make a table": "CREATE TABLE made (id int)",
  "make a view": "CREATE VIEW made AS SELECT 1",
  "make a procedure": "CREATE PROCEDURE made() SELECT 1",
  "make a trigger": "CREATE TRIGGER made BEFORE INSERT ON orders FOR EACH ROW SET NEW.item = 'tea'",
  "change a table": "ALTER TABLE orders ADD COLUMN price int",
  "index a table": "CREATE INDEX made ON orders (item)",
  "truncate a table": "TRUNCATE orders",
  "drop a table": "DROP TABLE orders",
  "grant to others": "GRANT SELECT ON orders TO bystander",
  "make a database": "CREATE DATABASE made",
  "make an account": "CREATE USER made",
  "write the server's files": "SELECT 1 INTO OUTFILE 'made'",
} as const;

const deeds = { ...passing, ...lasting };

export type Deed = keyof typeof deeds;

const reading = ["read", "read a view", "look at a view's text", "read what was made later"] as const;
const writing = ["insert", "update", "delete", "call a procedure", "lock a table", "make a temporary table"] as const;

/** What each is meant to do. */
export const allowances: Readonly<Record<"read" | "readWrite" | "owner", readonly Deed[]>> = {
  read: reading,
  readWrite: [...reading, ...writing],
  owner: [
    ...reading,
    ...writing,
    "make a table",
    "make a view",
    "make a procedure",
    "make a trigger",
    "change a table",
    "index a table",
    "drop a table",
    "truncate a table",
  ],
};

/** What they are tried on. */
const shop = (database: string) => `
  CREATE OR REPLACE DATABASE ${database};
  USE ${database};
  CREATE TABLE orders (id int AUTO_INCREMENT PRIMARY KEY, item varchar(20));
  CREATE TABLE later (id int);
  CREATE VIEW items AS SELECT item FROM orders;
  CREATE PROCEDURE touch() SELECT 1;`;

/** Where somebody is tried, and as whom. */
export interface Trial {
  readonly server: MariadbServer;
  readonly login: MariadbLogin;
  readonly database: string;
}

/** The names of those that somebody may do, on new tables wherever something stayed. */
export async function mayDo({ server, login, database }: Trial): Promise<Deed[]> {
  const allowed: Deed[] = [];
  await lay(server, database);
  for (const [name, sql] of Object.entries(deeds)) {
    const { failed } = await server.as({ ...login, database }, sql);
    if (failed || !isDeed(name)) continue;
    allowed.push(name);
    if (name in lasting) await lay(server, database);
  }
  return allowed;
}

export async function lay(server: MariadbServer, database: string): Promise<void> {
  const { failed, error } = await server.asRoot(shop(database));
  if (failed) throw new Error(error);
}

const isDeed = (name: string): name is Deed => name in deeds;
