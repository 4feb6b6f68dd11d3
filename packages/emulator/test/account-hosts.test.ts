import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { accountHostOptions } from "../src/account-hosts.js";
import { findAccountHosts } from "../src/index.js";

const lookUp = 'require("node:dns").lookup("123456789012.localhost", (error, address) => console.log(error?.code ?? address))';

describe("an account's host", () => {
  it("is this machine to a child that the emulator's environment is given", async () => {
    const { stdout } = await execa("node", ["-e", lookUp], { env: { NODE_OPTIONS: accountHostOptions("") } });
    expect(stdout).toMatch(/^(127\.0\.0\.1|::1)$/);
  });

  it("is this machine to this process once it is asked for", async () => {
    await findAccountHosts();
    const dns = await import("node:dns");
    const found = await new Promise((resolve) => dns.lookup("123456789012.localhost", (error, address) => resolve(error?.code ?? address)));
    expect(found).toMatch(/^(127\.0\.0\.1|::1)$/);
  });

  it("leaves node's other options standing, and is added once", () => {
    const options = accountHostOptions("--max-old-space-size=100");
    expect(options).toMatch(/^--max-old-space-size=100 --import=data:\S+$/);
    expect(accountHostOptions(options)).toBe(options);
  });
});
