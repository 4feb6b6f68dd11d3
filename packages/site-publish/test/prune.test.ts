import { describe, expect, it } from "vitest";
import { pruning } from "../src/prune.js";

const id = (day: number) => `202611${String(day).padStart(2, "0")}T120000Z-00000000`;
const now = new Date("2026-11-20T12:00:00Z");
const ids = [20, 18, 16, 14, 12].map(id);

describe("what has outlived its use", () => {
  it("is of versions that are not among the last ones, and were replaced long ago", () => {
    expect(pruning(ids, {}, { keep: { versions: 2, days: 0 }, now }).versions).toEqual([id(16), id(14), id(12)]);
  });

  it("is nothing of a version that was replaced lately, however many came after it", () => {
    // the one of the 14th was shown until the 16th
    expect(pruning(ids, {}, { keep: { versions: 1, days: 4 }, now }).versions).toEqual([id(12)]);
    expect(pruning(ids, {}, { keep: { versions: 1, days: 3 }, now }).versions).toEqual([id(14), id(12)]);
  });

  it("is never the newest version", () => {
    expect(pruning([id(1)], {}, { keep: { versions: 1, days: 0 }, now }).versions).toEqual([]);
  });

  it("is every object whose last version is not kept", () => {
    const retired = { "assets/old.js": id(14), "assets/older.js": id(3), "assets/recent.js": id(16) };
    expect(pruning(ids, retired, { keep: { versions: 3, days: 0 }, now }).objects).toEqual(["assets/old.js", "assets/older.js"]);
  });
});
