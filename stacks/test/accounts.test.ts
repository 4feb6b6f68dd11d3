import { describe, expect, test } from "vitest";
import type { Account } from "../../environments/schema.js";
import { ownEstate, ownStack, ownStacks, synthesized } from "./synthesized.js";

const estate = ownEstate();

/** The estate's accounts alone, one of them changed. */
function withAccount(name: string, change: (account: Account) => Account) {
  const account = estate.accounts[name];
  if (account === undefined) throw new Error(`there is no account "${name}"`);
  return { ...estate, accounts: { ...estate.accounts, [name]: change(account) } };
}

describe("the logs of all accounts", () => {
  test("go to the security account's archive, whose names alone are known elsewhere", () => {
    expect(ownStack("account-security").template).toHaveResource("aws_s3_bucket", { bucket: "shop-trails-222222222222" });
    for (const account of ["management", "shared", "nonprod", "prod"]) {
      const { template, text } = ownStack(`account-${account}`);
      expect(template).toHaveResource("aws_cloudtrail", { s3_bucket_name: "shop-trails-222222222222" });
      expect(template).not.toHaveResource("aws_s3_bucket");
      expect(text).not.toContain("terraform_remote_state");
    }
  });

  test("are let in from every account of AWS, and from none that only the emulator plays", () => {
    const { text } = ownStack("account-security");
    for (const { id, emulatorOnly } of Object.values(estate.accounts)) expect(text.includes(id), id).toBe(!emulatorOnly);
  });

  test("of the emulator's own account stay there", () => {
    expect(ownStack("account-local").template).toHaveResource("aws_cloudtrail", {
      s3_bucket_name: expect.stringContaining("baseline_trails"),
    });
    expect(ownStack("account-local").text).not.toContain("222222222222");
  });

  test("stay in each account where the estate has no archive", () => {
    const { logArchive: _, ...without } = estate;
    const prod = synthesized(without).find(({ facts }) => facts.stack === "account-prod");
    expect(prod?.template).toHaveResource("aws_s3_bucket", { bucket: "shop-trails-555555555555" });
  });
});

describe("a trail that watches sites", () => {
  const watching = withAccount("prod", (account) => {
    if (account.baseline === undefined) throw new Error("the account has no baseline");
    const { audit } = account.baseline.account;
    const trail = { ...audit.trail, dataEvents: { buckets: "all", events: "all" } as const };
    return {
      ...account,
      baseline: { ...account.baseline, watchesSites: true, account: { ...account.baseline.account, audit: { ...audit, trail } } },
    };
  });

  test("names the buckets of all sites of the account", () => {
    const { prod } = estate.environments;
    const docs = estate.environments["local"]?.sites["docs"];
    if (prod === undefined || docs === undefined) throw new Error("the estate has no site to move");
    const account = watching.accounts["prod"] ?? prod.account;
    const environments = { prod: { ...prod, account, services: {}, sites: { docs, app: { ...docs, bucketName: "shop-app-files" } } } };
    const stack = synthesized({ ...watching, environments }).find(({ facts }) => facts.stack === "account-prod");
    for (const bucket of ["shop-prod-docs-555555555555-eu-west-1", "shop-app-files"])
      expect(JSON.stringify(stack?.template.resources("aws_cloudtrail"))).toContain(`arn:aws:s3:::${bucket}/`);
  });

  test("watches no bucket where there is none, rather than all", () => {
    const stack = synthesized(watching).find(({ facts }) => facts.stack === "account-prod");
    expect(JSON.stringify(stack?.template.resources("aws_cloudtrail"))).not.toContain("AWS::S3::Object");
  });
});

test("what an environment makes first comes after its account's baseline, which it does not read", () => {
  const after = ownStacks().filter(({ facts }) => facts.upstream.includes(`account-${facts.account}`));
  const roots = ownStacks().filter(({ facts }) => ["keys", "dns"].includes(facts.layer) || facts.layer.startsWith("baseline-"));
  expect(after.map(({ facts }) => facts.stack).sort()).toEqual(roots.map(({ facts }) => facts.stack).sort());
});

test("environments without a baseline beneath them wait for none", () => {
  const { baseline: _, ...bare } = estate.accounts["local"] ?? Object.values(estate.accounts)[0] ?? {};
  const { local } = estate.environments;
  if (local === undefined) throw new Error('the estate has no environment "local"');
  const account = bare as Account;
  const stacks = synthesized({ ...estate, accounts: { local: account }, environments: { local: { ...local, account } } });
  expect(stacks.map(({ facts }) => facts.stack)).not.toContain("account-local");
  expect(stacks.find(({ facts }) => facts.stack === "local-keys")?.facts.upstream).toEqual([]);
});

test("a region's stack stands in its region, with its state in the account's home", () => {
  expect(ownStack("account-prod-eu-central-1").facts).toMatchObject({
    of: "account-prod",
    region: "eu-central-1",
    upstream: ["account-prod"],
    upstreamKeys: { "account-prod": "account-prod/baseline.tfstate" },
    state: { key: "account-prod/baseline-eu-central-1.tfstate", region: "eu-west-1" },
  });
});
