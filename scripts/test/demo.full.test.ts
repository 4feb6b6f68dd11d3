import { spawn } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const project = mkdtempSync(join(tmpdir(), "groundplan-demo-"));
cpSync("environments", join(project, "environments"), { recursive: true });
copyFileSync(".terraform.lock.hcl", join(project, ".terraform.lock.hcl"));
const run = resolve("scripts/run.mjs");

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

/** The demo in a process group of its own, which gets the signal a while after it has said a line. */
function demo(args: readonly string[] = [], kill?: { readonly signal: NodeJS.Signals; readonly after: string }): Promise<Ended> {
  const child = spawn(process.execPath, [run, "scripts/demo.ts", ...args], {
    cwd: project,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  let isKilled = false;
  const read = (data: Buffer) => {
    text += data.toString();
    if (kill === undefined || isKilled || !text.includes(kill.after)) return;
    isKilled = true;
    setTimeout(() => child.pid !== undefined && process.kill(-child.pid, kill.signal), 4_000);
  };
  child.stdout.on("data", read);
  child.stderr.on("data", read);
  return new Promise((settle) => child.once("close", (code) => settle({ code, text })));
}

const stands = { code: 0, text: expect.stringMatching(/0 of 7 stacks to change[\s\S]*it stands/) };

afterAll(async () => {
  await demo(["--destroy"]);
  rmSync(project, { recursive: true, force: true });
});

describe("npm run demo", () => {
  it("says that there is nothing to take down before anything was made", async () => {
    expect(await demo(["--destroy"])).toEqual({ code: 0, text: expect.stringContaining("nothing to take down") });
  });

  it("interrupted in mid-apply and started again, goes on to a plan that changes nothing", async () => {
    const interrupted = await demo([], { signal: "SIGINT", after: "local-network: applying" });
    expect(interrupted).toEqual({ code: 1, text: expect.stringContaining("the same command goes on from there") });
    const again = await demo();
    expect(again).toEqual(stands);
    expect(again.text).not.toContain("starting anew");
  });

  it("started where all stands, changes nothing", async () => {
    const { code, text } = await demo();
    expect(code).toBe(0);
    expect(text).not.toContain("applying ...");
  });

  it("is taken down whole", async () => {
    const { code, text } = await demo(["--destroy"]);
    expect(code, text).toBe(0);
    expect(text).toContain("7 destroyed");
    expect(await demo(["--destroy"])).toEqual({ code: 0, text: expect.stringContaining("nothing to take down") });
  });

  it("killed in mid-apply and started again, begins anew and comes to its end", async () => {
    expect((await demo([], { signal: "SIGKILL", after: "local-network: applying" })).code).toBe(null);
    const again = await demo();
    expect(again.text).toContain("starting anew");
    expect(again).toEqual(stands);
  });
});
