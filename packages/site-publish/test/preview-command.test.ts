import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { WrittenSite } from "./written-site.js";

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** The command as its users run it, but from its sources. */
function command(...options: readonly string[]) {
  const child = spawn(process.execPath, [fromRoot("scripts/start.mjs"), "packages/site-publish/src/main.ts", "preview", ...options], {
    cwd: fromRoot("."),
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  return { child, exited: once(child, "exit"), errors: text(child.stderr) };
}

function folder(files: Readonly<Record<string, string>>): string {
  const site = new WrittenSite(files);
  onTestFinished(() => site.remove());
  return site.folder;
}

describe("site-publish preview", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("shows the site where it says, and ends at %s", async (signal) => {
    const built = folder({ "index.html": "<h1>home</h1>", "site.json": '{ "routing": "spa", "basicAuth": true }' });
    const { child, exited, errors } = command(built, "--site", `${built}/site.json`, "--port", "0");
    const said = String((await once(child.stdout, "data"))[0]);
    expect(said).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ shows .* as the edge would; Ctrl-C ends it\nuser preview, password \S{16}\n$/);
    const [url = "", password = ""] = [said.split(" ")[0], said.trim().split(" ").at(-1)];
    const headers = { authorization: `Basic ${Buffer.from(`preview:${password}`).toString("base64")}` };
    expect(await (await fetch(new URL("users/7", url), { headers })).text()).toBe("<h1>home</h1>");
    child.kill(signal);
    expect(await exited).toEqual([0, null]);
    expect(await errors).toContain("200 GET /users/7\n");
  });

  it.each([
    [["/nowhere"], 'there is no folder "/nowhere"; build the site first\n'],
    [["--port", "65536", "."], "error: option '--port <number>' argument '65536' is invalid. give a whole number from 0 to 65535.\n"],
  ])("says what is wrong, and ends with 1: %o", async (options, message) => {
    const { exited, errors } = command(...options);
    expect(await exited).toEqual([1, null]);
    expect(await errors).toBe(message);
  });

  it.each([
    ['{ "routing": "app" }', '/site.json: "routing" "app" is not one of "spa", "directoryIndex", "none"; give one of them\n'],
    ["{", "/site.json: "],
  ])("says what is wrong with the site’s file: %s", async (json, message) => {
    const built = folder({ "index.html": "<h1>home</h1>", "site.json": json });
    const { exited, errors } = command(built, "--site", `${built}/site.json`);
    expect(await exited).toEqual([1, null]);
    expect(await errors).toContain(message);
  });
});
