import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { emulatorEnvironment, findPython, findTerraform, startEmulator } from "../src/index.js";

let path: string;

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "path-"));
  vi.stubEnv("PATH", path);
  vi.stubEnv("GROUNDPLAN_PYTHON", undefined);
  vi.stubEnv("TERRAFORM_BINARY_NAME", undefined);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(path, { recursive: true, force: true });
});

function command(name: string, output: string): string {
  const file = join(path, name);
  writeFileSync(file, `#!/bin/sh\nprintf '%s' '${output}'\n`);
  chmodSync(file, 0o755);
  return file;
}

const python = (version: string, venv = true) => JSON.stringify({ path: `/found/${version}`, version, venv });

describe("a fit Python", () => {
  it("is the first of those on the path that is new enough", async () => {
    command("python3", python("3.9.18"));
    command("python3.12", python("3.12.1"));
    expect(await findPython()).toEqual({ path: "/found/3.12.1", version: "3.12.1" });
  });

  it("is asked for, with the ways out, where there is none", async () => {
    await expect(findPython()).rejects.toThrow(/^the AWS emulator needs Python 3\.10 or newer with its venv module: none is on the path\n/);
    await expect(findPython()).rejects.toThrow("sudo apt install python3 python3-venv");
  });

  it("is neither an old one nor one without venv, and the error says which were found", async () => {
    command("python3", python("3.11.2", false));
    command("python", python("3.6.15"));
    await expect(findPython()).rejects.toThrow("/found/3.11.2 (3.11.2) lacks its venv module; /found/3.6.15 is 3.6.15\n");
  });

  it("is the one that GROUNDPLAN_PYTHON names, or none", async () => {
    command("python3", python("3.12.1"));
    vi.stubEnv("GROUNDPLAN_PYTHON", command("mine", python("3.13.0")));
    expect(await findPython()).toMatchObject({ version: "3.13.0" });
    vi.stubEnv("GROUNDPLAN_PYTHON", "/nowhere/python");
    await expect(findPython()).rejects.toThrow('"GROUNDPLAN_PYTHON" names /nowhere/python, which does not run');
  });
});

describe("a fit Terraform", () => {
  it("is 1.11 or newer", async () => {
    command("terraform", '{"terraform_version":"1.11.4"}');
    expect(await findTerraform()).toEqual({ path: "terraform", version: "1.11.4" });
    command("terraform", '{"terraform_version":"1.10.5"}');
    await expect(findTerraform()).rejects.toThrow('Terraform 1.11 or newer is needed: "terraform" is 1.10.5\n');
  });

  it("is asked for where there is none, and may have another name", async () => {
    await expect(findTerraform()).rejects.toThrow(/^Terraform 1\.11 or newer is needed: "terraform" does not run/);
    command("tofu", '{"terraform_version":"1.12.6"}');
    vi.stubEnv("TERRAFORM_BINARY_NAME", "tofu");
    expect(await findTerraform()).toEqual({ path: "tofu", version: "1.12.6" });
  });

  it("says what it is", async () => {
    command("terraform", "Terraform v1.11.4");
    await expect(findTerraform()).rejects.toThrow('"terraform version -json" gives no version');
  });
});

it("an emulator's name is checked before anything is made", async () => {
  await expect(startEmulator({ name: "../x" })).rejects.toThrow(
    '"name" "../x" names no emulator; use lower case letters, digits and hyphens',
  );
});

it("the environment keeps proxies of the user's, but never passes the emulator by", async () => {
  vi.stubEnv("NO_PROXY", "localhost,.example.com, 127.0.0.1,*");
  const server = { name: "x", url: "http://localhost:1", port: 1, pid: 1, logFile: join(path, "log"), lenient: false };
  expect(await emulatorEnvironment(server)).toMatchObject({
    AWS_ENDPOINT_URL: "http://localhost:1",
    HTTP_PROXY: "http://localhost:1",
    NO_PROXY: ".example.com",
  });
});
