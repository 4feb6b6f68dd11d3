import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));

describe("a test that is ended in the middle of an apply", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "groundplan-interrupted-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(["SIGTERM", "SIGINT"] as const)("by %s lets Terraform save its state and give back its lock, and then ends", async (signal) => {
    const place = join(folder, signal);
    const child = execa("node", ["scripts/run.mjs", "packages/testing/test/slow-apply.ts", place], {
      cwd: root,
      stdin: "ignore",
      reject: false,
      forceKillAfterDelay: false,
    });
    for (const until = Date.now() + 120_000; !existsSync(join(place, "slow-began")) && Date.now() < until; ) await sleep(50);
    child.kill(signal);
    expect(await child).toMatchObject({ signal });
    const { resources } = JSON.parse(readFileSync(join(place, "terraform.tfstate"), "utf8")) as { resources: { name: string }[] };
    expect(resources.map(({ name }) => name).sort()).toEqual(["quick", "slow"]);
    expect(readdirSync(place).filter((name) => name.endsWith(".lock.info"))).toEqual([]);
  });
});
