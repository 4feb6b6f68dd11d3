import { describe, expect, it } from "vitest";
import { aurora, problems, standbys } from "./problems.js";

describe("storage", () => {
  const wrong = (storage: unknown, data = {}) => problems({ storage, ...data }).filter((problem) => problem.startsWith("storage"));

  it.each([
    [{ type: "gp3", gib: 399, iops: 12_000 }, 'storage.iops: needs 400 GiB, and there are 399; take it out, or raise "storage.gib"'],
    [
      { type: "gp3", gib: 399, throughputMibps: 500 },
      'storage.throughputMibps: needs 400 GiB, and there are 399; take it out, or raise "storage.gib"',
    ],
    [{ type: "gp3", gib: 400, iops: 11_999 }, "storage.iops: is less than 400 GiB have by themselves; give at least 12000, or take it out"],
    [
      { type: "gp3", gib: 400, iops: 12_000, throughputMibps: 3001 },
      'storage.throughputMibps: is more than a quarter of 12000 "iops"; give at most 3000, or more "iops"',
    ],
    [
      { type: "gp3", gib: 400, throughputMibps: 499 },
      "storage.throughputMibps: is less than 400 GiB have by themselves; give at least 500, or take it out",
    ],
    [{ type: "io2", gib: 100, iops: 100_001 }, 'storage.iops: is more than 1000 a GiB; give at most 100000, or more "gib"'],
    [{ type: "gp3", gib: 100, maxGib: 109 }, 'storage.maxGib: is less than a tenth more than "gib" 100; give at least 110, or "off"'],
    [{ type: "aurora" }, 'storage.type: is for Aurora alone; give "gp3" or "io2"'],
  ])("%j is told", (storage, problem) => {
    expect(wrong(storage)).toEqual([problem]);
  });

  it("of an instance is not Aurora's, and never grows by itself beneath readable standbys", () => {
    expect(wrong({ type: "gp3" }, aurora)).toEqual([
      'storage.type: is not for Aurora; give "aurora" or "aurora-iopt1", or leave "storage" out',
    ]);
    expect(wrong({ type: "gp3", maxGib: 100 }, standbys)).toEqual([
      'storage.maxGib: is not for readable standbys, whose storage never grows by itself; take it out, and raise "gib"',
    ]);
  });

  it.each([
    { type: "gp3", gib: 20 },
    { type: "gp3", gib: 400, iops: 12_000, throughputMibps: 500 },
    { type: "gp3", gib: 1000, iops: 64_000, throughputMibps: 4000 },
    { type: "io2", gib: 256, iops: 256_000 },
    { type: "gp3", gib: 100, maxGib: 110 },
  ])("%j is as AWS takes it", (storage) => {
    expect(wrong(storage)).toEqual([]);
  });
});
