import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../src/publish.js";
import { rollback } from "../src/rollback.js";
import { SiteWorld } from "./site-world.js";
import { WrittenSite } from "./written-site.js";

const small = {
  "index.html": "<script src=/assets/app.1.js></script>",
  "docs/index.html": "docs",
  "about.html": "about",
  "assets/app.1.js": "one",
  "robots.txt": "all",
};

describe("a publish", () => {
  let world: SiteWorld;
  beforeAll(async () => {
    world = await SiteWorld.start("publish");
  });
  afterAll(() => world.stop());

  it("brings everything up with its type and its cache rule, and invalidates nothing that the edge never had", async () => {
    const site = await world.site("first");
    const { folder } = new WrittenSite(small);
    const published = await publish({ folder, site, clients: world.clients });
    expect(published).toMatchObject({ isNew: true, unchanged: 0, deleted: [], invalidated: [], bytes: 53 });
    expect(published.uploaded).toEqual(["assets/app.1.js", "robots.txt", "about.html", "docs/index.html", "index.html"]);
    expect(await world.object(site, "index.html")).toEqual({
      text: small["index.html"],
      type: "text/html; charset=utf-8",
      cache: "no-cache",
    });
    expect(await world.object(site, "assets/app.1.js")).toEqual({
      text: "one",
      type: "text/javascript; charset=utf-8",
      cache: "public, max-age=31536000, immutable",
    });
    expect(await world.object(site, "robots.txt")).toEqual({
      text: "all",
      type: "text/plain; charset=utf-8",
      cache: "public, max-age=3600",
    });
  });

  it("uploads nothing where nothing changed, and notes no version", async () => {
    const site = await world.site("again");
    const { folder } = new WrittenSite(small);
    const first = await publish({ folder, site, clients: world.clients });
    const second = await publish({ folder, site, clients: world.clients });
    expect(second).toMatchObject({ id: first.id, isNew: false, uploaded: [], unchanged: 5, invalidated: [], deleted: [] });
  });

  it("uploads and invalidates a changed page alone, under each of its addresses", async () => {
    const site = await world.site("page");
    const written = new WrittenSite(small);
    await publish({ folder: written.folder, site, clients: world.clients });
    written.write({ "docs/index.html": "new docs" });
    const published = await publish({ folder: written.folder, site, clients: world.clients });
    expect(published).toMatchObject({ uploaded: ["docs/index.html"], unchanged: 4, invalidated: ["/docs/", "/docs/index.html"] });
    expect(await world.invalidations(site)).toEqual([["/docs/", "/docs/index.html"]]);
  });

  it("is rolled back", async () => {
    const site = await world.site("back");
    const written = new WrittenSite(small);
    await publish({ folder: written.folder, site, clients: world.clients });
    const before = await world.texts(site);
    written.write({
      "index.html": "<script src=/assets/app.2.js></script>",
      "assets/app.1.js": undefined,
      "assets/app.2.js": "two",
      "about.html": undefined,
    });
    await publish({ folder: written.folder, site, clients: world.clients });
    const back = await rollback({ site, clients: world.clients });
    expect(back).toMatchObject({ restored: ["about.html", "index.html"], unchanged: 3 });
    expect(await world.texts(site)).toEqual({ ...before, "assets/app.2.js": "two" });
  });
});
