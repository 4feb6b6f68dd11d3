import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CertificateAuthority } from "./certificate-authority.js";
import { areInstalled, mariadbTools, titled } from "./installed.js";
import { type MariadbServer, master } from "./mariadb-server.js";
import { type MariadbShop, openMariadbShop } from "./mariadb-shop.js";
import { freePort } from "./server.js";
import { argumentsSeen } from "./user-task.js";

const who = "SELECT SUBSTRING_INDEX(CURRENT_USER(), '@', 1)";

describe.skipIf(!areInstalled(mariadbTools))(titled("the way in, on a real MariaDB", mariadbTools), () => {
  let shop: MariadbShop;
  let server: MariadbServer;
  beforeAll(async () => {
    shop = await openMariadbShop();
    server = shop.server;
  });
  afterAll(() => server?.stop());

  it.each(["secret", "proxy"] as const)("by %s is the password, over TLS, and no other one", async (access) => {
    const user = `by_${access}`;
    await shop.make({ userName: user, access, password: "right" });
    expect(await server.as({ user, password: "right" }, who)).toMatchObject({ out: user });
    expect(await server.as({ user, password: "wrong" }, who)).toMatchObject({ error: expect.stringContaining("Access denied") });
    expect(await server.as({ user, password: "right", withoutTls: true }, who)).toMatchObject({ failed: true });
  });

  it("is closed to a user without TLS by the account too, also where somebody opened that", async () => {
    await shop.make({ userName: "opened" });
    await server.asRoot("ALTER USER opened REQUIRE NONE");
    await shop.make({ userName: "opened" });
    expect(await server.asRoot("SELECT ssl_type FROM mysql.user WHERE user = 'opened'")).toMatchObject({ out: "ANY" });
  });

  it("by secret is the new password alone, once that is raised", async () => {
    await shop.make({ userName: "raised", password: "old" });
    await shop.make({ userName: "raised", password: "new" });
    expect(await server.as({ user: "raised", password: "new" }, who)).toMatchObject({ out: "raised" });
    expect(await server.as({ user: "raised", password: "old" }, who)).toMatchObject({ failed: true });
  });

  it("by iam asks for RDS's plugin, and says so where it is not there", async () => {
    const { exitCode, printed } = await shop.run({ userName: "tokens", access: "iam" });
    expect(exitCode).not.toBe(0);
    expect(printed).toContain("Plugin 'AWSAuthenticationPlugin' is not loaded");
  });

  /** An account as the plugin's would be: the server has it, and lets nobody in by it, since only RDS has the plugin. */
  async function makeTokenUser(user: string): Promise<void> {
    const how = `{"access":0,"plugin":"AWSAuthenticationPlugin","authentication_string":"RDS","ssl_type":1}`;
    await server.asRoot(`INSERT INTO mysql.global_priv VALUES ('%', '${user}', '${how}'); FLUSH PRIVILEGES;`);
  }

  it("by iam gives the rights and leaves the account; a second run changes nothing", async () => {
    await makeTokenUser("token_holder");
    await shop.make({ userName: "token_holder", access: "iam", rights: "read" });
    const before = await server.dump();
    expect(before).toContain("AWSAuthenticationPlugin");
    await shop.make({ userName: "token_holder", access: "iam", rights: "read" });
    expect(await server.dump()).toBe(before);
    const grants = await server.asRoot("SHOW GRANTS FOR token_holder");
    expect(grants).toMatchObject({ out: expect.stringContaining("GRANT SELECT, SHOW VIEW ON `app`.* TO `token_holder`@`%`") });
  });

  it("by secret is a password where it was by iam, and no token any more", async () => {
    await makeTokenUser("returning");
    await shop.make({ userName: "returning" });
    expect(await server.as({ user: "returning", password: "first" }, who)).toMatchObject({ out: "returning" });
    expect((await server.asRoot("SELECT plugin FROM mysql.user WHERE user = 'returning'")).out).not.toContain("AWS");
  });

  it.each([
    ["quotes, and what would follow", "it's '; DROP TABLE orders; --"],
    ["what a shell or a format would take for its own", '$(touch /tmp/x) `id` "$HOME" \\n %s\\'],
    ["letters of elsewhere, and blanks at its ends", " pässwörd-密碼-🔑 "],
  ])("may be a password with %s", async (_, password) => {
    await shop.make({ userName: "hostile", password });
    expect(await server.as({ user: "hostile", password }, who)).toMatchObject({ out: "hostile" });
    expect(await server.asMaster("SELECT count(*) FROM orders")).toMatchObject({ failed: false });
  });

  const names = ["it's", "100%_ `$(id)` \\s", "Größe"];

  it.each([...names, "-x"])("is that user's alone, whatever a run calls it: %s", async (user) => {
    await shop.make({ command: [user, "read", "password"] });
    expect(await server.as({ user, password: "first" }, "SELECT * FROM orders")).toMatchObject({ failed: false });
    expect(await server.as({ user, password: "first" }, "INSERT INTO orders VALUES (1)")).toMatchObject({ failed: true });
  });

  it.each(names)("leads to a database of any name: %s", async (name) => {
    const quoted = `\`${name.replaceAll("`", "``")}\``;
    await server.asRoot(`CREATE DATABASE ${quoted}; CREATE TABLE ${quoted}.thing (id int);`);
    const run = { userName: "guest", environment: { DATABASE_NAME: name } };
    await shop.make(run);
    const before = await server.dump();
    await shop.make(run);
    expect(await server.dump()).toBe(before);
    const login = { user: "guest", password: "first", database: name };
    expect(await server.as(login, "INSERT INTO thing VALUES (1)")).toMatchObject({ failed: false });
  });

  it("is refused to the task itself by a server that is another, or is not there", async () => {
    const foreign = `${server.folder}/foreign`;
    mkdirSync(foreign);
    const { certificate } = await CertificateAuthority.in(foreign);
    const failures = [
      [{ DATABASE_CA: certificate }, /self-signed certificate|certificate verify failed/],
      [{ DATABASE_CA: "/nonexistent" }, /SSL error/],
      [{ DATABASE_HOST: "127.0.0.1" }, /Validation of SSL server certificate failed|does not match/],
      [{ DATABASE_PORT: String(await freePort()) }, /Can't connect/],
      [{ MASTER_PASSWORD: "wrong" }, /Access denied for user 'shop_admin'/],
      [{ DATABASE_NAME: "none" }, /Unknown database 'none'/],
    ] as const;
    for (const [environment, message] of failures) {
      const { exitCode, printed } = await shop.run({ environment });
      expect(exitCode).not.toBe(0);
      expect(printed).toMatch(message);
    }
  });

  it("is told to nobody: no password is printed, or among a process's arguments", async () => {
    const password = "canary-of-the-user";
    const outcomes = [
      await shop.run({ userName: "quiet", password }),
      await shop.run({ userName: "quiet", password }),
      await shop.run({ userName: "quiet", password, access: "iam" }),
      await shop.run({ userName: "quiet", password, environment: { MASTER_PASSWORD: "wrong" } }),
    ];
    expect(argumentsSeen(shop.target)).toContain("--user=quiet");
    for (const text of [...outcomes.map(({ printed }) => printed), argumentsSeen(shop.target)]) {
      expect(text).not.toContain(password);
      expect(text).not.toContain(master.password);
    }
  });
});
