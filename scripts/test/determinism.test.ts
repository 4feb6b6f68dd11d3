import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it } from "vitest";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Every file that a synth writes in a project of the same environments, by its path. */
function synthesized(name: string, environment: Readonly<Record<string, string>>): Map<string, string> {
  const project = mkdtempSync(join(tmpdir(), name));
  folders.push(project);
  cpSync("environments", join(project, "environments"), { recursive: true });
  copyFileSync(".terraform.lock.hcl", join(project, ".terraform.lock.hcl"));
  const { status, stderr } = spawnSync(process.execPath, [resolve("scripts/run.mjs"), "scripts/main.ts", "synth"], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const outdir = join(project, "cdktf.out");
  const files = readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    files.map((file) => join(file.parentPath, file.name)).map((file) => [file.slice(outdir.length), readFileSync(file, "utf8")]),
  );
}

it("synth writes the same bytes in another folder, time zone and locale", { timeout: 60_000 }, () => {
  const here = synthesized("here-", { TZ: "UTC", LC_ALL: "C", HOME: "/one" });
  const there = synthesized("somewhere-else-", {
    TZ: "Pacific/Kiritimati",
    LC_ALL: "tr_TR.UTF-8",
    LANG: "tr_TR.UTF-8",
    HOME: "/two",
    USER: "two",
  });
  expect([...here.keys()].filter((file) => file.endsWith("cdk.tf.json")).length).toBeGreaterThan(4);
  expect([...there]).toEqual([...here]);
});
