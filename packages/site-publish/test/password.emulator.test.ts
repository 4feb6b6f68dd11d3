import { edgeFunction, edgeRuntime, siteEdge } from "@groundplan/site-edge";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removePassword, setPassword } from "../src/password.js";
import type { Site } from "../src/site.js";
import { publisher } from "./publisher.js";
import { SiteWorld } from "./site-world.js";

describe("a password", () => {
  let world: SiteWorld;
  let site: Site;
  beforeAll(async () => {
    world = await SiteWorld.start("password");
    const { KeyValueStore: made } = await world.cloudFront.createKeyValueStore({ Name: "shop-docs" });
    site = await world.site("password", { basicAuth: true, keyValueStoreArn: made?.ARN ?? "" });
  });
  afterAll(() => world.stop());

  /** What the store holds, which the function at the edge reads. */
  async function stored(): Promise<Record<string, string>> {
    const store = await world.clients.keyValueStore();
    const { Items: items = [] } = await store.listKeys({ KvsARN: site.keyValueStoreArn ?? "" });
    return Object.fromEntries(items.map(({ Key = "", Value = "" }) => [Key, Value]));
  }

  /** The status that the function of the edge itself answers, 200 where it lets the request through. */
  async function statusOf(login: string): Promise<number> {
    const run = edgeRuntime(edgeFunction(siteEdge({ basicAuth: true })), new Map(Object.entries(await stored())));
    const authorization = `Basic ${Buffer.from(login).toString("base64")}`;
    const result = await run({ method: "GET", uri: "/", headers: { host: "localhost", authorization } });
    return result.kind === "answer" ? result.status : 200;
  }

  it("is made, and lets its user in, whom the edge knows by a hash alone", async () => {
    const { password } = await setPassword({ site, user: "eva", clients: world.clients });
    expect(password).toMatch(/^[\w-]{24}$/);
    expect(Object.keys(await stored())).toEqual(["basic-auth/eva"]);
    expect(JSON.stringify(await stored())).not.toContain(password);
    expect(await statusOf(`eva:${password}`)).toBe(200);
    expect(await statusOf("eva:another")).toBe(401);
    expect(await statusOf(`adam:${password}`)).toBe(401);
  });

  it("is another one each time, and the one before lets nobody in", async () => {
    const first = await setPassword({ site, user: "twice", clients: world.clients });
    const second = await setPassword({ site, user: "twice", clients: world.clients });
    expect(await statusOf(`twice:${first.password}`)).toBe(401);
    expect(await statusOf(`twice:${second.password}`)).toBe(200);
  });

  it("is taken away", async () => {
    const { password } = await setPassword({ site, user: "gone", clients: world.clients });
    await removePassword({ site, user: "gone", clients: world.clients });
    expect(await statusOf(`gone:${password}`)).toBe(401);
  });

  it("is set by many at once, and none is lost", async () => {
    const users = ["a", "b", "c"];
    await Promise.all(users.map((user) => setPassword({ site, user, clients: world.clients })));
    expect(Object.keys(await stored())).toEqual(expect.arrayContaining(users.map((user) => `basic-auth/${user}`)));
  });

  it("is read from a pipe, and printed only where it was made", async () => {
    const flags = ["--bucket", site.bucketName, "--distribution", site.distributionId, "--key-value-store", site.keyValueStoreArn ?? ""];
    const piped = await publisher(world, ["password", "pipe", "--password-stdin", ...flags], "correct horse battery staple\n");
    expect(piped).toMatchObject({ exitCode: 0, stdout: "pipe is let in by that password" });
    expect(await statusOf("pipe:correct horse battery staple")).toBe(200);
    const made = await publisher(world, ["password", "made", "--json", ...flags]);
    const { user, password } = JSON.parse(made.stdout) as { user: string; password: string };
    expect(await statusOf(`${user}:${password}`)).toBe(200);
  });

  it("is long, of a user that can be told from it, and of a site that asks for one", async () => {
    const clients = world.clients;
    await expect(setPassword({ site, user: "eva", password: "secret", clients })).rejects.toThrow(
      '"password" has 6 characters; give 16 or more',
    );
    await expect(setPassword({ site, user: "e:va", clients })).rejects.toThrow(`"user" "e:va" is no user's name`);
    await expect(setPassword({ site: { ...site, keyValueStoreArn: null }, user: "eva", clients })).rejects.toThrow(
      'the site has no store of passwords; set its "basicAuth", and apply its stack',
    );
  });
});
