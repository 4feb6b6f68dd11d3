import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { logArchive } from "@groundplan/core";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountBaseline, type AccountBaselineData, RegionBaseline } from "../src/index.js";

const accounts = { management: "111111111111", security: "222222222222", workload: "444444444444" } as const;
const archive = logArchive({ project: "shop", accountId: accounts.security, region: "eu-west-1" });

const place = (accountKind: keyof typeof accounts) =>
  ({
    name: "shop",
    accountId: accounts[accountKind],
    accountKind,
    securityAccountId: accounts.security,
    keys: "central",
    protect: false,
  }) as const;

const within = (stack: TerraformStack, accountKind: keyof typeof accounts, region: string): void => {
  const accountId = accounts[accountKind];
  const assumeRole = accountKind === "security" ? [] : [{ roleArn: `arn:aws:iam::${accountId}:role/groundplan` }];
  new AwsProvider(stack, "aws", { region, assumeRole, allowedAccountIds: [accountId] });
};

const told = { alerts: { email: ["security@example.com"] } };

const account = (accountKind: keyof typeof accounts, data: Partial<AccountBaselineData>) => (stack: TerraformStack) => {
  within(stack, accountKind, "eu-west-1");
  const wired = accountKind === "security" ? {} : { logArchive: archive };
  new AccountBaseline(stack, "baseline", { ...place(accountKind), region: "eu-west-1", audit: told, ...data, ...wired });
};

const region = (accountKind: keyof typeof accounts, data: Partial<AccountBaselineData>) => (stack: TerraformStack) => {
  within(stack, accountKind, "eu-central-1");
  const { estateAccountIds } = data;
  new RegionBaseline(stack, "baseline", { ...place(accountKind), region: "eu-central-1", logArchive: archive, estateAccountIds });
};

const shared = { estateAccountIds: Object.values(accounts) };

describe("the accounts of an estate", () => {
  let world: World;
  const deployments = new Map<string, Deployment>();
  const at = (name: string): Deployment => {
    const deployment = deployments.get(name);
    if (deployment === undefined) throw new Error(`there is no ${name}`);
    return deployment;
  };
  // the security account's keys and archive stand before whoever uses them
  const builds = {
    "account-security": account("security", shared),
    "account-security-eu-central-1": region("security", shared),
    "account-management": account("management", { money: { budgets: { all: { limitUsd: 1000 } } } }),
    "account-workload": account("workload", { money: { email: ["finance@example.com"], anomalies: {} } }),
    "account-workload-eu-central-1": region("workload", {}),
  };
  beforeAll(async () => {
    world = await onEmulator({ name: "accounts", accountId: accounts.security });
    for (const [name, build] of Object.entries(builds)) deployments.set(name, await world.deployment(name, build));
  });
  afterAll(() => world.stop());

  it.each(Object.keys(builds))("have %s applied, and it settles", async (name) => {
    await at(name).apply();
    await at(name).expectEmptyPlan();
  });

  it("write to the one archive, under the one key", async () => {
    const plan = await at("account-workload").addresses();
    expect(plan).toContain("aws_cloudtrail.baseline_trail");
    expect(plan.filter((address) => /^aws_(s3_bucket|kms_key)\./.test(address))).toEqual([]);
  });

  it("have a region dropped, and nothing else is another", async () => {
    await at("account-workload-eu-central-1").destroy();
    for (const name of ["account-security", "account-workload"]) await at(name).expectEmptyPlan();
  });

  it.each(
    Object.keys(builds)
      .filter((name) => name !== "account-workload-eu-central-1")
      .reverse(),
  )("have %s destroyed", async (name) => {
    await at(name).destroy();
  });
});
