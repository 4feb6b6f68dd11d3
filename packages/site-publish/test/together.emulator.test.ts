import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../src/publish.js";
import type { Site } from "../src/site.js";
import { versions } from "../src/versions.js";
import { SiteWorld } from "./site-world.js";
import { WrittenSite } from "./written-site.js";

const lock = (site: Site) => ({ Bucket: site.bucketName, Key: "_versions/lock.json" });
const elsewhere = { owner: "0", by: "ci on elsewhere", place: "elsewhere", pid: 1, since: "2026-11-21T12:00:00.000Z", renewed: 0 };

describe("two who publish at once", () => {
  let world: SiteWorld;
  beforeAll(async () => {
    world = await SiteWorld.start("together");
  });
  afterAll(() => world.stop());

  it("come one after the other, and the second is told of the first", async () => {
    const site = await world.site("both");
    const [one, two] = [new WrittenSite({ "index.html": "1", "a.html": "1" }), new WrittenSite({ "index.html": "2", "b.html": "2" })];
    const notices: string[] = [];
    const publishes = [one, two].map(({ folder }) =>
      publish({ folder, site, clients: world.clients, onNotice: (text) => notices.push(text) }),
    );
    await Promise.all(publishes);
    expect(notices).toEqual([expect.stringContaining(`${site.bucketName} is being published by`)]);
    expect(await versions({ site, clients: world.clients })).toHaveLength(2);
    const shown = (await world.object(site, "index.html")).text;
    expect(await world.keys(site)).toEqual([shown === "1" ? "a.html" : "b.html", "index.html"]);
  });

  it("are told at once where they would not wait, and nothing is written", async () => {
    const site = await world.site("refused");
    await world.s3.putObject({ ...lock(site), Body: JSON.stringify(elsewhere) });
    const { folder } = new WrittenSite({ "index.html": "" });
    await expect(publish({ folder, site, clients: world.clients, lockWaitSeconds: 0 })).rejects.toThrow(
      /is being published by ci on elsewhere since 2026-11-21T12:00:00.000Z \(a lock that ends at .* unless renewed\); publish again when that is over/,
    );
    expect(await world.keys(site)).toEqual([]);
  });

  it("do not wait for one who has died a minute ago", async () => {
    const site = await world.site("dead");
    await world.s3.putObject({ ...lock(site), Body: JSON.stringify(elsewhere) });
    const { folder } = new WrittenSite({ "index.html": "" });
    const now = () => new Date(Date.now() + 70_000);
    expect(await publish({ folder, site, clients: world.clients, lockWaitSeconds: 0, now })).toMatchObject({ uploaded: ["index.html"] });
  });

  it("are kept apart by no lock in a dry run", async () => {
    const site = await world.site("dry");
    await world.s3.putObject({ ...lock(site), Body: JSON.stringify(elsewhere) });
    const { folder } = new WrittenSite({ "index.html": "" });
    expect(await publish({ folder, site, clients: world.clients, lockWaitSeconds: 0, dryRun: true })).toMatchObject({
      uploaded: ["index.html"],
    });
  });
});
