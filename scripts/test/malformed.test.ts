import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const hook = ["--import", resolve("scripts/test/no-sockets.mjs")];
const run = resolve("scripts/run.mjs");
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "groundplan-malformed-"));
  cpSync("environments", join(project, "environments"), { recursive: true, filter: (path) => !/\.ts$|test$/.test(path) });
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function groundplan(...args: string[]) {
  return spawnSync(process.execPath, [...hook, run, "scripts/main.ts", ...args], { cwd: project, encoding: "utf8" });
}

function change(name: string, from: RegExp, to: string): void {
  const file = join(project, "environments", name);
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(from);
  writeFileSync(file, text.replace(from, to));
}

// each is a process of its own, which takes its time on a busy machine
describe("malformed environment files", { timeout: 60_000 }, () => {
  it("are told of all at once, by file, line, column and path, with nothing made and no socket opened", () => {
    change("dev.yaml", /^account: .*$/m, "acount: dev");
    change("stage.yaml", /^production: .*$/m, "production: maybe");
    change("prod.yaml", /cidr: .*$/m, "cidr: 10.0.1.0/16");
    writeFileSync(join(project, "environments", "broken.yaml"), "network: [\n");
    for (const command of [["check"], ["synth"]]) {
      const { status, stdout, stderr } = groundplan(...command);
      expect(status, command.join(" ")).toBe(1);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/^environments\/broken\.yaml:\d+:\d+ /m);
      expect(stderr).toMatch(/^environments\/dev\.yaml:\d+:\d+ +acount .*did you mean "?account"?/m);
      expect(stderr).toMatch(/^environments\/prod\.yaml:\d+:\d+ +network\.cidr .*10\.0\.1\.0\/16/m);
      expect(stderr).toMatch(/^environments\/stage\.yaml:\d+:\d+ +production .*maybe/m);
      expect(stderr).toMatch(/^\d+ problems in 4 files/m);
      expect(existsSync(join(project, "cdktf.out"))).toBe(false);
    }
  });

  it("are told to a program as JSON", () => {
    change("dev.yaml", /^account: .*$/m, "account: nowhere");
    const { status, stdout } = groundplan("check", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout).problems).toEqual([
      expect.objectContaining({ file: "environments/dev.yaml", line: expect.any(Number), column: expect.any(Number), path: ["account"] }),
    ]);
  });

  it("would not go unnoticed if a socket were opened", () => {
    const { status, stderr } = spawnSync(process.execPath, [...hook, "-e", 'require("node:net").connect(1)'], { encoding: "utf8" });
    expect(status).not.toBe(0);
    expect(stderr).toContain("a socket was opened");
  });
});
