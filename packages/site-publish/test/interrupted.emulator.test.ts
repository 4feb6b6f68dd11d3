import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../src/publish.js";
import { versions } from "../src/versions.js";
import { endedPublish } from "./publisher.js";
import { SiteWorld } from "./site-world.js";
import { WrittenSite } from "./written-site.js";

const files = 150;

function state(text: string): Record<string, string> {
  const assets = Array.from({ length: files }, (_, index) => [`assets/${text}-${index}.js`, `${text} ${index}`]);
  return { "index.html": text, "docs/index.html": text, ...Object.fromEntries(assets) };
}

describe("a publish that is cut short", () => {
  let world: SiteWorld;
  beforeAll(async () => {
    world = await SiteWorld.start("interrupted");
  });
  afterAll(() => world.stop());

  it("by SIGKILL shows the old pages, and started again ends right, without uploading anything twice", async () => {
    const site = await world.site("killed");
    const written = new WrittenSite({ "index.html": "old", "docs/index.html": "old" });
    await publish({ folder: written.folder, site, clients: world.clients });
    written.write(state("new"));
    const killed = await endedPublish(world, site, { folder: written.folder, signal: "SIGKILL", after: 30 });
    expect(killed.exitCode).toBeUndefined();
    const there = (await world.keys(site)).filter((key) => key.startsWith("assets/"));
    expect(there.length).toBeGreaterThan(20);
    expect(there.length).toBeLessThan(files);
    expect((await world.object(site, "index.html")).text).toBe("old");
    // it still holds the lock, which its process id shows to be a dead one's
    const again = await publish({ folder: written.folder, site, clients: world.clients, lockWaitSeconds: 0 });
    expect(again.uploaded).toHaveLength(files + 2 - there.length);
    expect(again.uploaded.filter((path) => there.includes(path))).toEqual([]);
    expect(again.invalidated).toEqual(["/", "/docs/", "/docs/index.html", "/index.html"]);
    expect((await world.object(site, "index.html")).text).toBe("new");
    expect(await world.keys(site)).toHaveLength(files + 2);
    expect(await versions({ site, clients: world.clients })).toHaveLength(2);
  });

  it("by SIGTERM ends what is under way, says what was done, and leaves no lock", async () => {
    const site = await world.site("stopped");
    const { folder } = new WrittenSite(state("first"));
    const { exitCode, stderr } = await endedPublish(world, site, { folder, signal: "SIGTERM", after: 20 });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /stopping: what is under way ends first\ninterrupted: \d+ files are uploaded; the same command goes on from there$/,
    );
    const { Contents: notes = [] } = await world.s3.listObjectsV2({ Bucket: site.bucketName, Prefix: "_versions/" });
    expect(notes).toEqual([]);
    const there = await world.keys(site);
    expect(stderr).toContain(`interrupted: ${there.length} files are uploaded`);
    const again = await publish({ folder, site, clients: world.clients, lockWaitSeconds: 0 });
    expect(again.uploaded).toHaveLength(files + 2 - there.length);
  });

  it("after its last upload still tells the edge when started again", async () => {
    const site = await world.site("late");
    const written = new WrittenSite({ "index.html": "old" });
    await publish({ folder: written.folder, site, clients: world.clients });
    written.write({ "index.html": "new" });
    const failing = { ...world.clients, cloudFront: () => Promise.reject(new Error("the network is gone")) };
    await expect(publish({ folder: written.folder, site, clients: failing })).rejects.toThrow("the network is gone");
    expect(await publish({ folder: written.folder, site, clients: world.clients })).toMatchObject({
      uploaded: [],
      invalidated: ["/", "/index.html"],
    });
    expect(await world.invalidations(site)).toEqual([["/", "/index.html"]]);
  });
});
