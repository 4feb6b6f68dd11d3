import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { areInstalled, mariadbTools, titled } from "./installed.js";
import { allowances, lay, mayDo } from "./mariadb-deeds.js";
import type { MariadbServer } from "./mariadb-server.js";
import { type MariadbShop, openMariadbShop } from "./mariadb-shop.js";

type Rights = keyof typeof allowances;

const all: readonly Rights[] = ["read", "readWrite", "owner"];
// an _ stands for any letter in a GRANT, if nobody escapes it
const databaseName = "shop_app";

describe.skipIf(!areInstalled(mariadbTools))(titled("the rights of users, on a real MariaDB", mariadbTools), () => {
  let shop: MariadbShop;
  let server: MariadbServer;
  beforeAll(async () => {
    shop = await openMariadbShop();
    server = shop.server;
    await lay(server, databaseName);
  });
  afterAll(() => server?.stop());

  const make = (userName: string, rights: Rights) => shop.make({ userName, rights, databaseName });

  async function expectRights(user: string, rights: Rights): Promise<void> {
    const done = await mayDo({ server, login: { user, password: "first" }, database: databaseName });
    expect(new Set(done)).toEqual(new Set(allowances[rights]));
  }

  it.each(all)("are %s's and no more, of what is there and of what is made later", async (rights) => {
    await make(`user_${rights.toLowerCase()}`, rights);
    await expectRights(`user_${rights.toLowerCase()}`, rights);
  });

  it.each(all)("are as they were after a second run for %s, and so is all the rest of the server", async (rights) => {
    await make("again", rights);
    const before = await server.dump();
    expect(before).toContain("shop\\\\_app");
    await make("again", rights);
    expect(await server.dump()).toBe(before);
  });

  it("change from owner to read and back", async () => {
    await make("changing", "owner");
    await make("changing", "read");
    await expectRights("changing", "read");
    await make("changing", "owner");
    await expectRights("changing", "owner");
  });

  it("are taken back where somebody gave them by hand, and may not be handed on", async () => {
    await make("spoiled", "read");
    await server.asMaster("GRANT INSERT, DROP, EVENT ON `shop\\_app`.* TO spoiled WITH GRANT OPTION");
    await make("spoiled", "read");
    await expectRights("spoiled", "read");
  });

  it("come before what is too much goes, so that a user at work is never without", async () => {
    await make("working", "read");
    await server.asMaster("REVOKE SHOW VIEW ON `shop\\_app`.* FROM working; GRANT DROP ON `shop\\_app`.* TO working");
    await server.asRoot("SET GLOBAL log_output = 'TABLE', GLOBAL general_log = ON");
    await make("working", "read");
    await server.asRoot("SET GLOBAL general_log = OFF");
    const { out } = await server.asRoot(
      "SELECT argument FROM mysql.general_log WHERE argument REGEXP '^(GRANT|REVOKE)' ORDER BY event_time",
    );
    expect(out.split("\n").map((statement) => statement.split(" ON ")[0])).toEqual(["GRANT SELECT,SHOW VIEW", "REVOKE DROP"]);
  });
});
