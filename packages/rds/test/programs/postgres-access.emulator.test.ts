import { mkdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CertificateAuthority } from "./certificate-authority.js";
import { areInstalled, postgresTools, titled } from "./installed.js";
import { master, type PostgresServer } from "./postgres-server.js";
import { openPostgresShop, type PostgresShop } from "./postgres-shop.js";
import { freePort } from "./server.js";
import { argumentsSeen } from "./user-task.js";

const who = "SELECT current_user";

describe.skipIf(!areInstalled(postgresTools))(titled("the way in, on a real PostgreSQL", postgresTools), () => {
  let shop: PostgresShop;
  let server: PostgresServer;
  beforeAll(async () => {
    shop = await openPostgresShop();
    server = shop.server;
  });
  afterAll(() => server?.stop());

  it.each(["secret", "proxy"] as const)("by %s is the password, over TLS, and no other one", async (access) => {
    const user = `by_${access}`;
    await shop.make({ userName: user, access, password: "right" });
    expect(await server.as({ user, password: "right" }, who)).toMatchObject({ out: user });
    expect(await server.as({ user, password: "wrong" }, who)).toMatchObject({
      error: expect.stringMatching(/password authentication failed/),
    });
    expect(await server.as({ user, password: "right", sslMode: "disable" }, who)).toMatchObject({
      error: expect.stringMatching(/no encryption/),
    });
  });

  it("by secret is the new password alone, once that is raised", async () => {
    await shop.make({ userName: "raised", password: "old" });
    await shop.make({ userName: "raised", password: "new" });
    expect(await server.as({ user: "raised", password: "new" }, who)).toMatchObject({ out: "raised" });
    expect(await server.as({ user: "raised", password: "old" }, who)).toMatchObject({ failed: true });
  });

  it("by iam is what rds_iam asks for, and never a password; a second run changes nothing", async () => {
    await shop.make({ userName: "tokens", access: "secret", password: "first" });
    await shop.make({ userName: "tokens", access: "iam", rights: "owner" });
    const before = await server.dump("app");
    await shop.make({ userName: "tokens", access: "iam", rights: "owner" });
    expect(await server.dump("app")).toBe(before);

    const certificate = await server.ca.certify("tokens");
    expect(await server.as({ user: "tokens", certificate }, who)).toMatchObject({ out: "tokens" });
    expect(await server.as({ user: "tokens", password: "first" }, who)).toMatchObject({
      error: expect.stringMatching(/valid client certificate/),
    });
  });

  it("by secret is a password again, where it was by iam", async () => {
    await shop.make({ userName: "returning", access: "iam" });
    await shop.make({ userName: "returning", access: "secret", password: "first" });
    expect(await server.as({ user: "returning", password: "first" }, who)).toMatchObject({ out: "returning" });
  });

  it("stays open to the master by its password, though its users are of rds_iam", async () => {
    await shop.make({ userName: "first_owner", access: "iam", rights: "owner" });
    await shop.make({ userName: "later_reader", access: "iam", rights: "read" });
    expect(await server.asMaster(who)).toMatchObject({ out: master.username });
    expect(await server.asRoot(`SELECT pg_has_role('${master.username}', 'first_owner', 'USAGE')`)).toMatchObject({ out: "f" });
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

  const names = ["it's", '"; DROP TABLE orders; --', "100%s `$(id)` \\s", "Größe 密"];

  it.each([...names, "-x"])("is that user's alone, whatever a run calls it: %s", async (user) => {
    await shop.make({ command: [user, "read", "password"], password: "first" });
    const [read, insert] = ["SELECT * FROM orders", "INSERT INTO orders (item) VALUES ('tea')"];
    expect(await server.as({ user, password: "first" }, who)).toMatchObject({ out: user });
    expect(await server.as({ user, password: "first" }, read)).toMatchObject({ failed: false });
    expect(await server.as({ user, password: "first" }, insert)).toMatchObject({ failed: true });
  });

  it.each(names)("leads to a database of any name: %s", async (databaseName) => {
    await server.asMaster(`CREATE DATABASE "${databaseName.replaceAll('"', '""')}"`);
    await shop.make({ environment: { DATABASE_NAME: databaseName }, userName: "guest" });
    expect(await server.as({ user: "guest", password: "first", database: databaseName }, who)).toMatchObject({ out: "guest" });
  });

  it("is refused to the task itself by a server that is another, or is not there", async () => {
    const foreign = `${server.folder}/foreign`;
    mkdirSync(foreign);
    const { certificate } = await CertificateAuthority.in(foreign);
    const failures = [
      [{ DATABASE_CA: certificate }, "certificate verify failed"],
      [{ DATABASE_CA: "/nonexistent" }, 'root certificate file "/nonexistent" does not exist'],
      [{ DATABASE_HOST: "127.0.0.1" }, 'does not match host name "127.0.0.1"'],
      [{ DATABASE_PORT: String(await freePort()) }, "Connection refused"],
      [{ DATABASE_NAME: "none" }, 'database "none" does not exist'],
      [{ MASTER_PASSWORD: "wrong" }, `password authentication failed for user "${master.username}"`],
    ] as const;
    for (const [environment, message] of failures) {
      const { exitCode, printed } = await shop.run({ environment });
      expect(exitCode).not.toBe(0);
      expect(printed).toContain(message);
    }
  });

  it("is refused, with a word of why, where rights or access are none", async () => {
    const failures = [
      [["api", "everything", "iam"], "everything is no rights; give read, readWrite or owner"],
      [["api", "read", "nothing"], "nothing is no access; give iam or password"],
    ] as const;
    for (const [command, message] of failures) {
      expect(await shop.run({ command })).toMatchObject({ exitCode: 1, printed: message });
    }
  });

  it("is told to nobody: no password is printed, logged, or among a process's arguments", async () => {
    const password = "canary-of-the-user";
    const outcomes = [
      await shop.run({ userName: "quiet", password }),
      await shop.run({ userName: "quiet", password }),
      await shop.run({ userName: "quiet", password, environment: { DATABASE_NAME: "none" } }),
    ];
    const told = [...outcomes.map(({ printed }) => printed), argumentsSeen(shop.target), readFileSync(server.log, "utf8")];
    expect(argumentsSeen(shop.target)).toContain("--set user=quiet");
    for (const text of told) {
      expect(text).not.toContain(password);
      expect(text).not.toContain(master.password);
    }
  });
});
