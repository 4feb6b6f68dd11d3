import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const start = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/start.mjs", ...args], { encoding: "utf8", env: { PATH: "/nowhere" } });

it("missing tools are told all at once, with the ways out, before anything else happens", { timeout: 60_000 }, () => {
  for (const command of ["scripts/test.ts", "scripts/demo.ts"]) {
    const { status, stdout, stderr } = start(command);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^Terraform 1\.11 or newer is needed: "terraform" does not run/);
    expect(stderr).toContain("https://developer.hashicorp.com/terraform/install");
    expect(stderr).toContain("the AWS emulator needs Python 3.10 or newer with its venv module: none is on the path");
    expect(stderr).toContain("sudo apt install python3 python3-venv");
  }
});

it("what needs neither Terraform nor Python asks for neither", { timeout: 60_000 }, () => {
  expect(start("scripts/test.ts", "--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("--verify") });
});

it("no command loads a client of AWS before it asks AWS something", { timeout: 60_000 }, () => {
  const tells = `
    import Module from "node:module";
    const load = Module._load;
    Module._load = (name, ...rest) => { if (/^@(aws-sdk|smithy)\\//.test(name)) console.error("loads " + name); return load(name, ...rest); };
  `;
  const hook = `--import=data:text/javascript,${encodeURIComponent(tells)}`;
  const { status, stderr } = spawnSync(process.execPath, [hook, "scripts/run.mjs", "scripts/main.ts", "--help"], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
