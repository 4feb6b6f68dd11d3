import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../src/publish.js";
import { rollback } from "../src/rollback.js";
import type { Site } from "../src/site.js";
import { versions } from "../src/versions.js";
import { SiteWorld } from "./site-world.js";
import { WrittenSite } from "./written-site.js";

const first = { "index.html": "1", "about.html": "about", "assets/1.js": "one", "ä b.txt": "names" };

describe("a rollback", () => {
  let world: SiteWorld;
  beforeAll(async () => {
    world = await SiteWorld.start("rollback");
  });
  afterAll(() => world.stop());

  /** Publishes states of a folder, one after the other; gives the versions' ids. */
  async function published(site: Site, ...states: readonly Readonly<Record<string, string | undefined>>[]): Promise<string[]> {
    const written = new WrittenSite({});
    const ids: string[] = [];
    for (const state of states) {
      written.write(state);
      ids.push((await publish({ folder: written.folder, site, clients: world.clients })).id);
    }
    return ids;
  }

  it("brings back what changed and what was deleted, uploads nothing, and tells the edge", async () => {
    const site = await world.site("back");
    await published(site, first);
    const before = await world.hashes(site);
    const [, id] = await published(site, first, {
      "index.html": "2",
      "about.html": undefined,
      "assets/1.js": undefined,
      "assets/2.js": "two",
      "new.html": "new",
    });
    const back = await rollback({ site, clients: world.clients });
    expect(back).toMatchObject({ restored: ["about.html", "index.html"], unchanged: 2, deleted: ["new.html"], isNew: true });
    expect(back.id > (id ?? "")).toBe(true);
    expect(back.invalidated).toEqual(["/", "/index.html", "/new.html"]);
    expect(await world.hashes(site)).toEqual({ ...before, "assets/2.js": expect.any(String) });
    expect(await world.object(site, "about.html")).toEqual({ text: "about", type: "text/html; charset=utf-8", cache: "no-cache" });
  });

  it("done twice goes back two, and forward by a version's id", async () => {
    const site = await world.site("twice");
    const [one, two, three] = await published(site, { "index.html": "1" }, { "index.html": "2" }, { "index.html": "3" });
    expect(await rollback({ site, clients: world.clients })).toMatchObject({ to: two });
    expect(await rollback({ site, clients: world.clients })).toMatchObject({ to: one });
    expect((await world.object(site, "index.html")).text).toBe("1");
    await expect(rollback({ site, clients: world.clients })).rejects.toThrow(`there is no version before "${one}"; give one of`);
    expect(await rollback({ site, clients: world.clients, to: three })).toMatchObject({ to: three });
    expect((await world.object(site, "index.html")).text).toBe("3");
  });

  it("after a publish that followed a rollback goes back to what the rollback showed", async () => {
    const site = await world.site("after");
    const [one] = await published(site, { "index.html": "1" }, { "index.html": "2" });
    await rollback({ site, clients: world.clients });
    await published(site, { "index.html": "3" });
    expect(await rollback({ site, clients: world.clients })).toMatchObject({ to: one });
    expect((await world.object(site, "index.html")).text).toBe("1");
  });

  it("is listed among the versions, the newest first", async () => {
    const site = await world.site("listed");
    const [one, two] = await published(site, { "index.html": "1" }, { "index.html": "22" });
    const { id } = await rollback({ site, clients: world.clients });
    expect(await versions({ site, clients: world.clients })).toMatchObject([
      { id, rolledBackTo: one, isNewest: true, files: 1, bytes: 1 },
      { id: two, rolledBackTo: null, isNewest: false, files: 1, bytes: 2 },
      { id: one, rolledBackTo: null, isNewest: false, files: 1, bytes: 1 },
    ]);
  });

  it("says in a dry run what it would do, and writes nothing", async () => {
    const site = await world.site("dry");
    await published(site, first, { "index.html": "2" });
    const calls = await world.callsOf(async () => {
      expect(await rollback({ site, clients: world.clients, dryRun: true })).toMatchObject({ restored: ["index.html"], dryRun: true });
    });
    expect(Object.keys(calls).filter((call) => !/:(List|Get|Head)/.test(call))).toEqual([]);
  });

  it("touches nothing where S3 has forgotten one of the files", async () => {
    const site = await world.site("forgotten");
    const [one] = await published(site, first, { "index.html": "2", "about.html": "2" });
    const { Versions: found = [] } = await world.s3.listObjectVersions({ Bucket: site.bucketName, Prefix: "about.html" });
    const old = found.find(({ IsLatest: isLatest }) => !isLatest);
    await world.s3.deleteObject({ Bucket: site.bucketName, Key: "about.html", VersionId: old?.VersionId });
    const before = await world.hashes(site);
    await expect(rollback({ site, clients: world.clients })).rejects.toThrow(
      `version "${one}" is no longer whole: S3 has forgotten 1 of its files, such as "about.html"; publish it from its source`,
    );
    expect(await world.hashes(site)).toEqual(before);
  });

  it("needs a version, and one that there is", async () => {
    const site = await world.site("none");
    await expect(rollback({ site, clients: world.clients })).rejects.toThrow("has no version yet; publish the site first");
    const [one] = await published(site, first);
    await expect(rollback({ site, clients: world.clients, to: "yesterday" })).rejects.toThrow(
      `there is no version "yesterday"; there are ${one}`,
    );
  });
});
