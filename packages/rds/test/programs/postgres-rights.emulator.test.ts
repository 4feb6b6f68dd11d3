import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { areInstalled, postgresTools, titled } from "./installed.js";
import { allowances, type Deed, mayDo } from "./postgres-deeds.js";
import type { Answer, PostgresServer } from "./postgres-server.js";
import { openPostgresShop, type PostgresShop } from "./postgres-shop.js";

type Rights = keyof typeof allowances;

const all: readonly Rights[] = ["read", "readWrite", "owner"];
const granted = { failed: false, error: "" };

describe.skipIf(!areInstalled(postgresTools))(titled("the rights of users, on a real PostgreSQL", postgresTools), () => {
  let shop: PostgresShop;
  let server: PostgresServer;
  let databaseName: string;
  let tests = 0;
  beforeAll(async () => {
    shop = await openPostgresShop();
    server = shop.server;
  });
  afterAll(() => server?.stop());
  beforeEach(async () => {
    tests += 1;
    databaseName = await shop.branch(`shop_${tests}`);
  });

  const make = (userName: string, rights: Rights) => shop.make({ userName, rights, databaseName });
  const say = (user: string, sql: string): Promise<Answer> => server.as({ user, password: "first", database: databaseName }, sql);
  const asMaster = (sql: string): Promise<Answer> => server.asMaster(sql, databaseName);

  async function expectRights(user: string, rights: Rights): Promise<void> {
    const done: readonly Deed[] = await mayDo(server, { user, password: "first", database: databaseName });
    expect(new Set(done)).toEqual(new Set(allowances[rights]));
  }

  it.each(all)("are %s's and no more, of what is there and of what the master makes later", async (rights) => {
    await make("api", rights);
    await asMaster("CREATE TABLE later (id int)");
    await expectRights("api", rights);
  });

  it.each(all)("are as they were after a second run for %s, and so is all the rest of the server", async (rights) => {
    await make("migrations", "owner");
    await make("api", rights);
    const before = await server.dump(databaseName);
    expect(before).toContain("ALTER DEFAULT PRIVILEGES FOR ROLE migrations");
    await make("api", rights);
    expect(await server.dump(databaseName)).toBe(before);
  });

  it("change from owner to read and back, with what the owner had made", async () => {
    await asMaster("CREATE TABLE later (id int)");
    await make("api", "owner");
    await say("api", "CREATE TABLE own (id int)");

    await make("api", "read");
    await expectRights("api", "read");
    expect(await say("api", "INSERT INTO own VALUES (1)")).toMatchObject({
      error: expect.stringMatching(/permission denied for table own/),
    });
    expect(await say("api", "GRANT INSERT ON own TO api")).toMatchObject({ error: expect.stringMatching(/no privileges were granted/) });

    await make("api", "owner");
    await expectRights("api", "owner");
    expect(await say("api", "ALTER TABLE own ADD COLUMN item text")).toMatchObject(granted);
  });

  it.each([
    ["readWrite", "read"],
    ["owner", "readWrite"],
    ["read", "readWrite"],
  ] as const)("change from %s to %s, and are those of one that was never anything else", async (before, after) => {
    await make("api", before);
    await make("api", after);
    await asMaster("CREATE TABLE later (id int)");
    await expectRights("api", after);
  });

  it("are taken back where somebody gave them by hand", async () => {
    await make("api", "read");
    await asMaster("CREATE TABLE later (id int)");
    await asMaster("GRANT ALL ON orders, orders_id_seq, items, later TO api; GRANT ALL ON SCHEMA public TO api;");
    await make("api", "read");
    await expectRights("api", "read");
  });

  it("are of what an owner makes too, before the other's task and after it; a backup reads it as the master", async () => {
    await make("migrations", "owner");
    await say("migrations", "CREATE TABLE early (id int)");
    await make("reports", "read");
    await say("migrations", "CREATE TABLE late (id int)");
    for (const table of ["early", "late"]) {
      expect(await say("reports", `SELECT * FROM ${table}`)).toMatchObject(granted);
      expect(await say("reports", `INSERT INTO ${table} VALUES (1)`)).toMatchObject({ error: expect.stringMatching(/permission denied/) });
      expect(await asMaster(`SELECT * FROM ${table}`)).toMatchObject(granted);
    }
  });

  it("leave the master its tables' use, types and functions to their owner, and what is an extension's where it is", async () => {
    await asMaster("CREATE TABLE extended (id int)");
    await asMaster("CREATE TABLE parts (id int) PARTITION BY RANGE (id); CREATE TABLE part PARTITION OF parts DEFAULT;");
    // as CREATE EXTENSION would, which asks for files
    await server.asRoot(
      `INSERT INTO pg_depend SELECT 'pg_class'::regclass, 'extended'::regclass, 0, 'pg_extension'::regclass, oid, 0, 'e'
      FROM pg_extension WHERE extname = 'plpgsql'`,
      databaseName,
    );
    await make("api", "owner");
    expect(await asMaster("INSERT INTO orders (item) VALUES ('tea')")).toMatchObject(granted);
    expect(await asMaster("SELECT tableowner FROM pg_tables WHERE tablename = 'extended'")).toMatchObject({ out: "shop_admin" });
    expect(await say("api", "ALTER TYPE colour ADD VALUE 'blue'; ALTER DOMAIN quantity DROP NOT NULL; DROP TABLE part")).toMatchObject(
      granted,
    );
  });

  it("end at the database: nothing of another one can be read or made", async () => {
    await make("api", "owner");
    const elsewhere = { user: "api", password: "first", database: "app" };
    for (const sql of ["SELECT * FROM orders", "CREATE TABLE made (id int)", "CREATE SCHEMA made"]) {
      expect(await server.as(elsewhere, sql)).toMatchObject({ error: expect.stringMatching(/permission denied/) });
    }
  });

  it("are told where everybody may make tables, as everybody might until version 14", async () => {
    const run = { userName: "api", rights: "read", databaseName } as const;
    const advice = "REVOKE CREATE ON SCHEMA public FROM PUBLIC";
    await asMaster("GRANT CREATE ON SCHEMA public TO PUBLIC");
    expect(await shop.run(run)).toMatchObject({ exitCode: 0, printed: expect.stringContaining(advice) });
    await asMaster(advice);
    expect(await shop.run(run)).toMatchObject({ exitCode: 0, printed: expect.not.stringContaining(advice) });
  });
});
