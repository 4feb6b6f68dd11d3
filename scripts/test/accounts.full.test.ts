import { emulatorFaults } from "@groundplan/emulator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OwnProject } from "./own-project.js";

let project: OwnProject;

const groundplan = (...args: readonly string[]) => project.groundplan(...args);

const estate = `project: shop
rootDomain: shop.example.com
repository: github.com/example/shop
permissionsBoundary: estate/boundary
logArchive: security
accounts:
  management:
    id: "111111111111"
    kind: management
    region: eu-west-1
    baseline: &all
      keys: central
      audit: { alerts: { email: [security@example.com] } }
      contacts: { security: { name: Security, title: Security, email: security@example.com, phone: +353 1 234 5678 } }
  security:
    id: "222222222222"
    kind: security
    region: eu-west-1
    regions: [eu-central-1]
    baseline: *all
  prod:
    id: "444444444444"
    kind: workload
    region: eu-west-1
    regions: [eu-central-1]
    baseline: *all
`;

// the first stands before those that use what it keeps for all
const accounts = ["security", "management", "prod"] as const;

const write = (text: string) => project.edit("estate", () => text);

beforeAll(async () => {
  project = await OwnProject.start("accounts", { estate });
});
afterAll(() => project.stop());

/** Takes stacks down by their names: what would be lost is told first, and then allowed by name. */
async function destroy(account: string, ...stacks: readonly string[]) {
  const command = ["destroy", `account-${account}`, ...stacks, "--auto-approve"];
  const refused = await groundplan(...command);
  expect(refused).toEqual({ code: 1, text: expect.stringContaining("aws_cloudwatch_log_group.") });
  const allowed = [...refused.text.matchAll(/--allow-replace '([^']+)'/g)].map(([, address = ""]) => address);
  return groundplan(...command, ...[...new Set(allowed)].flatMap((address) => ["--allow-replace", address]));
}

const fine = (text: string) => ({ code: 0, text: expect.stringContaining(text) });

describe("three accounts of an estate", () => {
  it("come up by the command line, each in its regions", async () => {
    for (const account of accounts) expect(await groundplan("bootstrap", `account-${account}`, "--auto-approve")).toEqual(fine("applied"));
    for (const account of accounts)
      expect(await groundplan("apply", `account-${account}`, "--auto-approve")).toEqual(fine(`account-${account}: applied`));
  });

  it("settle: a second plan of each changes nothing", async () => {
    for (const account of accounts) expect((await groundplan("plan", `account-${account}`)).code, account).toBe(0);
  });

  it("leave an orphan where a region is dropped: it is reported, and destroyed like any other", async () => {
    const [before = "", after = ""] = estate.split("  prod:\n");
    write(`${before}  prod:\n${after.replace("    regions: [eu-central-1]\n", "")}`);
    const planned = await groundplan("plan", "account-prod");
    expect(planned).toEqual({ code: 2, text: expect.stringContaining("orphan: account-prod-eu-central-1 ") });
    expect(await destroy("prod", "account-prod-eu-central-1")).toEqual(fine("account-prod-eu-central-1: destroyed"));
    expect((await groundplan("plan", "account-prod")).code).toBe(0);
    expect((await groundplan("plan", "account-security")).code).toBe(0);
  });

  it("keep what they protect, until that is taken away by two reviewed steps", async () => {
    expect(await groundplan("destroy", "account-security", "account-security", "--auto-approve")).toEqual({
      code: 1,
      text: expect.stringMatching(/account-security-eu-central-1|protected/),
    });
    const why = "the accounts of a test are given back";
    write(
      estate
        .replace(
          "    baseline: &all\n",
          `    acknowledge: &why [{ rule: account-baseline-protected, why: ${why} }]\n    baseline: &all\n      protect: false\n`,
        )
        .replaceAll("    baseline: *all\n", "    acknowledge: *why\n    baseline: *all\n")
        .replace(/(prod:[\s\S]*?) {4}regions: \[eu-central-1\]\n/, "$1"),
    );
    for (const account of accounts) expect((await groundplan("apply", `account-${account}`, "--auto-approve")).code, account).toBe(0);
    for (const account of ["prod", "management"]) expect(await destroy(account, `account-${account}`)).toEqual(fine("destroyed"));
    for (const stack of ["account-security-eu-central-1", "account-security"])
      expect(await destroy("security", stack)).toEqual(fine(`${stack}: destroyed`));
  });

  it("asked the emulator nothing that it could not answer", async () => {
    expect(await emulatorFaults(project.server)).toEqual([]);
  });
});
