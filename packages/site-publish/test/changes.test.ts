import { describe, expect, it } from "vitest";
import { changesOf, lastVersions, type Standing } from "../src/changes.js";
import type { Entry, Manifest } from "../src/manifest.js";

const entry = (text: string): Entry => ({
  versionId: `v-${text}`,
  etag: `"${text}"`,
  sha256: text,
  size: text.length,
  contentType: "text/plain",
  cacheControl: "no-cache",
});
const file = (path: string, text: string) => ({ ...entry(text), path, file: `/dist/${path}` });
const manifest = (entries: Record<string, Entry>, retired: Record<string, string> = {}): Manifest => ({
  format: 1,
  id: "20261120T000000Z-00000000",
  rolledBackTo: null,
  entries,
  retired,
});
const standing = (newest: Manifest | undefined, listed: Record<string, string>): Standing => ({
  newest,
  listed: new Map(Object.entries(listed).map(([key, text]) => [key, { etag: `"${text}"`, size: text.length }])),
});

describe("what a publish has to do", () => {
  it("is nothing where files, notes and bucket agree", () => {
    const { differ, same } = changesOf([file("a.js", "one")], standing(manifest({ "a.js": entry("one") }), { "a.js": "one" }));
    expect(differ).toEqual([]);
    expect([...same.keys()]).toEqual(["a.js"]);
  });

  it.each([
    ["the file changed", file("a.js", "two"), { "a.js": "one" }],
    ["somebody overwrote the object", file("a.js", "one"), { "a.js": "xxx" }],
    ["somebody deleted the object", file("a.js", "one"), {}],
    ["its type is another", { ...file("a.js", "one"), contentType: "text/javascript" }, { "a.js": "one" }],
    ["its cache rule is another", { ...file("a.js", "one"), cacheControl: "max-age=1" }, { "a.js": "one" }],
  ])("is to upload where %s", (_, now, listed) => {
    const { differ } = changesOf([now], standing(manifest({ "a.js": entry("one") }), listed));
    expect(differ.map(({ path }) => path)).toEqual(["a.js"]);
  });

  it("takes pages away at once, and keeps what open pages may ask for", () => {
    const newest = manifest({ "old.html": entry("old"), "old.js": entry("old") });
    const found = standing(newest, { "old.html": "old", "old.js": "old", "_versions/lock.json": "lock" });
    expect(changesOf([], found)).toMatchObject({ removed: ["old.html"], retired: ["old.js"] });
  });

  it("knows a page that a publish took away before it was cut short: the edge may not", () => {
    const found = standing(manifest({ "old.html": entry("old") }), {});
    expect(changesOf([], found).removed).toEqual(["old.html"]);
  });

  it("remembers the last version that had an object, and takes strangers for the newest one's", () => {
    const newest = manifest({ "a.js": entry("a") }, { "b.js": "20261101T000000Z-00000000" });
    expect(lastVersions(["a.js", "b.js", "stranger.js"], { newest }, "next")).toEqual({
      "a.js": newest.id,
      "b.js": "20261101T000000Z-00000000",
      "stranger.js": newest.id,
    });
    expect(lastVersions(["stranger.js"], { newest: undefined }, "first")).toEqual({ "stranger.js": "first" });
  });
});
