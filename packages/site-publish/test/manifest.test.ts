import { describe, expect, it } from "vitest";
import { timeOf, versionId } from "../src/manifest.js";

const look = { path: "index.html", sha256: "a".repeat(64), size: 1, contentType: "text/html", cacheControl: "no-cache" };
const now = new Date("2026-11-21T19:48:05.123Z");

describe("a version's id", () => {
  it("is its time and a hash of what is in it", () => {
    expect(versionId(now, undefined, [look])).toMatch(/^20261121T194805Z-[0-9a-f]{8}$/);
    expect(timeOf(versionId(now, undefined, [look]))).toEqual(new Date("2026-11-21T19:48:05Z"));
  });

  it("differs where a cache rule does", () => {
    expect(versionId(now, undefined, [look])).not.toBe(versionId(now, undefined, [{ ...look, cacheControl: "max-age=1" }]));
  });

  it("sorts after the newest one's, even where this machine's clock is behind", () => {
    const newest = "20261121T200000Z-ffffffff";
    expect(versionId(now, newest, [look])).toMatch(/^20261121T200001Z-/);
    expect(versionId(now, newest, [look]) > newest).toBe(true);
  });
});
