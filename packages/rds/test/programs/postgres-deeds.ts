import type { PostgresLogin, PostgresServer } from "./postgres-server.js";

/** What somebody may try in a database, each undone at once. */
const deeds = {
  read: "SELECT * FROM orders",
  insert: "INSERT INTO orders (item) VALUES ('tea')",
  update: "UPDATE orders SET item = 'tea'",
  delete: "DELETE FROM orders",
  truncate: "TRUNCATE orders",
  "set a sequence": "SELECT setval('orders_id_seq', 7)",
  "read a view": "SELECT * FROM items",
  "read what the master made later": "SELECT * FROM later",
  "insert into what the master made later": "INSERT INTO later VALUES (1)",
  "make a table": "CREATE TABLE made (id int)",
  "refer to a table": "CREATE TEMP TABLE mine (id int); CREATE TRIGGER watch BEFORE INSERT ON orders EXECUTE FUNCTION touch()",
  "change a table": "ALTER TABLE orders ADD COLUMN price int",
  "drop a table": "DROP TABLE orders CASCADE",
  "replace a function": "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN OLD; END'",
  "grant to others": "GRANT SELECT ON orders TO bystander",
  "grant its schema": "GRANT USAGE ON SCHEMA public TO bystander",
  "make a schema": "CREATE SCHEMA made",
  "read another schema": "SELECT * FROM hidden.thing",
  "make a role": "CREATE ROLE made",
  "make itself more": "ALTER ROLE CURRENT_USER CREATEROLE",
  "become the master": "SET ROLE shop_admin",
  "read the passwords": "SELECT rolpassword FROM pg_authid",
  "read the server's files": "SELECT pg_read_file('/etc/passwd')",
} as const;

export type Deed = keyof typeof deeds;

/** The names of those that somebody may do. A warning, that nothing was granted, is a no. */
export async function mayDo(server: PostgresServer, login: PostgresLogin): Promise<Deed[]> {
  const allowed: Deed[] = [];
  for (const [name, sql] of Object.entries(deeds)) {
    const { failed, error } = await server.as(login, `BEGIN;\n${sql};\nROLLBACK;`);
    if (isDeed(name) && !failed && error === "") allowed.push(name);
  }
  return allowed;
}

const isDeed = (name: string): name is Deed => name in deeds;

const reading = ["read", "read a view", "read what the master made later"] as const;
const writing = ["insert", "update", "delete", "set a sequence", "insert into what the master made later"] as const;

/** What each is meant to do. */
export const allowances: Readonly<Record<"read" | "readWrite" | "owner", readonly Deed[]>> = {
  read: reading,
  readWrite: [...reading, ...writing],
  owner: [
    ...reading,
    ...writing,
    "truncate",
    "make a table",
    "refer to a table",
    "change a table",
    "drop a table",
    "replace a function",
    "grant to others",
  ],
};

/** What they are tried on. */
export const shop = `
  CREATE TABLE orders (id serial PRIMARY KEY, item text);
  CREATE VIEW items AS SELECT item FROM orders;
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TYPE colour AS ENUM ('red');
  CREATE DOMAIN quantity AS int CHECK (VALUE > 0);
  CREATE SCHEMA hidden;
  CREATE TABLE hidden.thing (id int);`;
