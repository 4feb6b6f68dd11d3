import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../src/publish.js";
import { versions } from "../src/versions.js";
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

  it("takes a page that the site no longer has away at once, and leaves its assets to open pages", async () => {
    const site = await world.site("removed");
    const written = new WrittenSite(small);
    await publish({ folder: written.folder, site, clients: world.clients });
    written.write({ "about.html": undefined, "assets/app.1.js": undefined });
    const published = await publish({ folder: written.folder, site, clients: world.clients });
    expect(published).toMatchObject({ uploaded: [], deleted: ["about.html"], invalidated: ["/about.html"], isNew: true });
    expect(await world.keys(site)).toEqual(["assets/app.1.js", "docs/index.html", "index.html", "robots.txt"]);
  });

  it("deletes an asset once no version of the last ones has it, nor one that was replaced lately", async () => {
    const site = await world.site("pruned", { keep: { versions: 2, days: 3 } });
    const written = new WrittenSite({ ...small, "stranger.css": "" });
    const on = async (day: number, files: Record<string, string | undefined>) => {
      written.write(files);
      const now = () => new Date(Date.UTC(2026, 10, day));
      return publish({ folder: written.folder, site, clients: world.clients, now });
    };
    await on(1, {});
    await on(2, { "assets/app.1.js": undefined, "index.html": "two" });
    expect((await on(3, { "index.html": "three" })).deleted).toEqual([]);
    expect((await on(4, { "index.html": "four" })).deleted).toEqual([]);
    // the first version was replaced on the second day
    expect((await on(5, {})).deleted).toEqual([]);
    expect((await on(6, {})).deleted).toEqual(["assets/app.1.js"]);
    expect(await versions({ site, clients: world.clients })).toHaveLength(3);
    expect(await world.keys(site)).toContain("stranger.css");
  });

  it("puts right what somebody else has overwritten or deleted", async () => {
    const site = await world.site("meddled");
    const { folder } = new WrittenSite(small);
    await publish({ folder, site, clients: world.clients });
    await world.s3.putObject({ Bucket: site.bucketName, Key: "about.html", Body: "vandal" });
    await world.s3.deleteObject({ Bucket: site.bucketName, Key: "robots.txt" });
    const published = await publish({ folder, site, clients: world.clients });
    expect(published).toMatchObject({ uploaded: ["robots.txt", "about.html"], invalidated: ["/about.html", "/robots.txt"] });
    expect((await world.object(site, "about.html")).text).toBe("about");
  });

  it("uploads again what gets another cache rule", async () => {
    const site = await world.site("rule");
    const { folder } = new WrittenSite(small);
    await publish({ folder, site, clients: world.clients });
    const cache = { ...site.cache, otherSeconds: 60 };
    expect((await publish({ folder, site: { ...site, cache }, clients: world.clients })).uploaded).toEqual(["robots.txt"]);
    expect((await world.object(site, "robots.txt")).cache).toBe("public, max-age=60");
  });

  it("encrypts by the site's key, notes and all", async () => {
    const encryptionKeyArn = "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const site = await world.site("kms", { encryptionKeyArn });
    const { folder } = new WrittenSite(small);
    const { id } = await publish({ folder, site, clients: world.clients });
    for (const Key of ["index.html", `_versions/${id}.json`]) {
      const found = await world.s3.headObject({ Bucket: site.bucketName, Key });
      expect(found).toMatchObject({ ServerSideEncryption: "aws:kms", SSEKMSKeyId: encryptionKeyArn });
    }
    expect((await publish({ folder, site, clients: world.clients })).uploaded).toEqual([]);
  });

  it("uploads a large file in parts, and knows it again", async () => {
    const site = await world.site("large");
    const { folder } = new WrittenSite({ ...small, "film.mp4": "x".repeat(17 * 1024 * 1024) });
    const calls = await world.callsOf(() => publish({ folder, site, clients: world.clients }));
    expect(calls).toMatchObject({ "s3:CreateMultipartUpload": 1, "s3:UploadPart": 3, "s3:CompleteMultipartUpload": 1 });
    expect((await publish({ folder, site, clients: world.clients })).uploaded).toEqual([]);
  });

  it("refuses a bucket that keeps no versions", async () => {
    const site = await world.site("unversioned");
    await world.s3.putBucketVersioning({ Bucket: site.bucketName, VersioningConfiguration: { Status: "Suspended" } });
    const { folder } = new WrittenSite(small);
    await expect(publish({ folder, site, clients: world.clients })).rejects.toThrow(
      `the bucket "${site.bucketName}" keeps no versions, so that nothing could be rolled back; turn its versioning on`,
    );
  });

  it("uploads nothing of a folder with something wrong in it", async () => {
    const site = await world.site("wrong");
    const { folder } = new WrittenSite({ ...small, "About.html": "" });
    const calls = await world.callsOf(() =>
      expect(publish({ folder, site, clients: world.clients })).rejects.toThrow("differ in case alone"),
    );
    expect(calls).toEqual({});
  });
});
