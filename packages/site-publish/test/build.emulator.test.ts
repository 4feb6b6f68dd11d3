import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publish } from "../src/publish.js";
import { rollback } from "../src/rollback.js";
import type { Site } from "../src/site.js";
import { SiteWorld } from "./site-world.js";
import { page, ViteSite } from "./vite-site.js";

/** One site's life, in order. */
describe("what Vite builds", () => {
  const built = new ViteSite();
  let world: SiteWorld;
  let site: Site;
  let files: readonly string[];
  beforeAll(async () => {
    world = await SiteWorld.start("build");
    site = await world.site("build");
    files = filesOf(await built.build());
  });
  afterAll(async () => {
    built.remove();
    await world.stop();
  });

  it("is published whole, assets before pages, the front page last", async () => {
    const { uploaded } = await publish({ folder: built.folder, site, clients: world.clients });
    expect(uploaded.length).toBeGreaterThan(300);
    expect([...uploaded].sort()).toEqual([...files].sort());
    expect(await world.keys(site)).toEqual(expect.arrayContaining([...files]));
    const firstPage = uploaded.findIndex((path) => path.endsWith(".html"));
    expect(uploaded.slice(firstPage).every((path) => path.endsWith(".html"))).toBe(true);
    expect(uploaded.at(-1)).toBe("index.html");
  });

  it.each([
    [".html", "text/html; charset=utf-8", "no-cache"],
    [".js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    [".css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
    [".svg", "image/svg+xml; charset=utf-8", "public, max-age=3600"],
    ["security.txt", "text/plain; charset=utf-8", "public, max-age=3600"],
  ])("has of %s the right type and cache rule in S3", async (ending, type, cache) => {
    const some = files.filter((path) => path.endsWith(ending)).slice(0, 3);
    expect(some.length).toBeGreaterThan(0);
    for (const path of some) expect(await world.object(site, path)).toMatchObject({ type, cache });
  });

  it("is uploaded no second time, by one list of the bucket and one look at the last version", async () => {
    const calls = await world.callsOf(async () => {
      const published = await publish({ folder: built.folder, site, clients: world.clients });
      expect(published).toMatchObject({ uploaded: [], unchanged: files.length, invalidated: [], deleted: [], isNew: false });
    });
    // the lock is looked for, written, and taken away
    expect(calls).toEqual({ "s3:GetObject": 2, "s3:ListObjectsV2": 1, "s3:PutObject": 1, "s3:DeleteObject": 1 });
  });

  it("is built anew into the same, of which nothing is uploaded", async () => {
    await built.build();
    expect((await publish({ folder: built.folder, site, clients: world.clients })).uploaded).toEqual([]);
  });

  it("uploads and invalidates a changed page, and nothing else", async () => {
    await built.build({ "docs/page-7/index.html": page("seven") });
    const published = await publish({ folder: built.folder, site, clients: world.clients });
    expect(published.uploaded).toEqual(["docs/page-7/index.html"]);
    expect(await world.invalidations(site)).toEqual([["/docs/page-7/", "/docs/page-7/index.html"]]);
  });

  it("says in a dry run what would be done, and asks for nothing that writes", async () => {
    await built.build({ "parts/part-3.js": "export const name = 'changed';" });
    const before = await world.hashes(site);
    let would: Awaited<ReturnType<typeof publish>> | undefined;
    const calls = await world.callsOf(async () => {
      would = await publish({ folder: built.folder, site, clients: world.clients, dryRun: true });
    });
    expect(Object.keys(calls).filter((call) => !/:(List|Get|Head)/.test(call))).toEqual([]);
    expect(await world.hashes(site)).toEqual(before);
    const did = await publish({ folder: built.folder, site, clients: world.clients });
    expect(would).toMatchObject({ dryRun: true, isNew: true, uploaded: did.uploaded, deleted: did.deleted, invalidated: did.invalidated });
    expect(did.uploaded.length).toBeGreaterThan(1);
  });

  it("is rolled back to what it was, byte by byte", async () => {
    const now = hashesOf(built.folder);
    await built.build({ "docs/page-9/index.html": page("nine"), "parts/part-5.js": "export const name = 'five';" });
    await publish({ folder: built.folder, site, clients: world.clients });
    expect(await world.hashes(site)).not.toMatchObject(now);
    await rollback({ site, clients: world.clients });
    expect(await world.hashes(site)).toMatchObject(now);
  });
});

function hashesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(folder).map((path) => [
      path,
      createHash("md5")
        .update(readFileSync(join(folder, path)))
        .digest("hex"),
    ]),
  );
}

function filesOf(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return found.map((one) => relative(folder, join(one.parentPath, one.name)));
}
