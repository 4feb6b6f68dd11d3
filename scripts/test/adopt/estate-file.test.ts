import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EstateFile } from "../../adopt/estate-file.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "groundplan-estate-"));
  mkdirSync(join(root, "environments"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function estate(accounts: string): EstateFile {
  writeFileSync(join(root, "environments", "estate.yaml"), `project: shop\naccounts:\n${accounts}`);
  return new EstateFile(root);
}

const trail = [{ path: ["trail"], value: "events" }];

describe("the estate's file", () => {
  it("takes what is found for one account, beside what it merges from elsewhere", () => {
    const file = estate("  a:\n    baseline:\n      <<: &all { keys: central }\n  b:\n    baseline:\n      <<: *all\n      money: {}\n");
    file.save(file.with("b", trail));
    expect(readFileSync(join(root, "environments", "estate.yaml"), "utf8")).toMatch(
      / {2}b:\n {4}baseline:\n {6}<<: \*all\n {6}money: \{\}\n {6}existing:\n {8}trail: events\n$/,
    );
    expect(new EstateFile(root).existing("b")).toEqual({ trail: "events" });
    expect(new EstateFile(root).existing("a")).toEqual({});
  });

  it("is refused where another account would have it, too, from whichever side", () => {
    const file = estate("  a:\n    baseline: &all { keys: central }\n  b:\n    baseline: *all\n");
    for (const account of ["a", "b"])
      expect(() => file.with(account, trail)).toThrow(
        `accounts.${account}.baseline stands elsewhere in environments/estate.yaml, by an alias, and so would what is found (trail)`,
      );
  });

  it("is refused where what stood before would be hidden", () => {
    const file = estate("  a:\n    baseline: &all { existing: { trail: x } }\n  b:\n    baseline:\n      <<: *all\n");
    expect(() => file.with("b", [{ path: ["recorder", "eu-west-1"], value: "default" }])).toThrow("by an alias");
  });

  it("stays as it is, to the byte, where nothing is found", () => {
    const file = estate("  a:   { baseline:   {} }   # odd\r\n");
    expect(file.with("a", [])).toBe(readFileSync(join(root, "environments", "estate.yaml"), "utf8"));
  });
});
