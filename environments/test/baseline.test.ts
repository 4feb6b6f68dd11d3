import { describe, expect, test } from "vitest";
import type { Baseline } from "../baseline/baseline.js";
import { load, place, report } from "./folder.js";
import { writeYaml } from "./written-yaml.js";

const base = { project: "shop", rootDomain: "shop.example.com", repository: "github.com/example/shop" };
const workload = { id: "444444444444", kind: "workload", region: "eu-west-1", regions: ["eu-central-1"] };
const security = { id: "222222222222", kind: "security", region: "eu-west-1", baseline: {} };
const contact = { name: "Security", title: "Security team", email: "security@example.com", phone: "+353 1 234 5678" };
const sound = { contacts: { security: contact } };

type Data = Readonly<Record<string, unknown>>;

/** An estate of a security account and a workload account, changed as given. */
const estate = (baseline: Data | undefined, { account = {}, ...rest }: { readonly account?: Data } & Data = {}): string => {
  const prod = { ...workload, ...account, ...(baseline === undefined ? {} : { baseline: { ...sound, ...baseline } }) };
  return writeYaml({ ...base, ...rest, accounts: { security: { ...security, baseline: sound }, prod } }).text;
};

const environments = { "dev.yaml": place("prod"), "prod.yaml": place("prod", true) };

function baselineOf(text: string): Baseline {
  const { baseline } = load({ "estate.yaml": text, ...environments }).accounts["prod"] ?? {};
  if (baseline === undefined) throw new Error("the account has no baseline");
  return baseline;
}

const told = (text: string): string[] => report({ "estate.yaml": text, ...environments });

describe("an account's baseline", () => {
  test("is there where the estate says so", () => {
    expect(load({ "estate.yaml": estate(undefined), ...environments }).accounts["prod"]?.baseline).toBeUndefined();
    expect(Object.keys(baselineOf(estate({})).regions)).toEqual(["eu-central-1"]);
  });

  test("has from the estate what the estate knows", () => {
    const { account, regions } = baselineOf(estate({ identity: { pipelines: {} } }, { permissionsBoundary: "estate/boundary" }));
    const known = { name: "shop", accountId: "444444444444", accountKind: "workload", securityAccountId: "222222222222" };
    expect(account).toMatchObject({ ...known, region: "eu-west-1", estateAccountIds: [] });
    expect(regions["eu-central-1"]).toMatchObject({ ...known, region: "eu-central-1" });
    expect(account.identity.boundary.policyName).toBe("estate/boundary");
    expect(account.identity.pipelines).toMatchObject({
      repository: "github.com/example/shop",
      environments: ["dev", "prod", "account-prod"],
    });
  });

  test("lets the security account keep logs and keys for every account of AWS", () => {
    const local = { id: "000000000000", kind: "workload", region: "eu-west-1", emulatorOnly: true, baseline: {} };
    const text = writeYaml({ ...base, accounts: { security: { ...security, baseline: sound }, prod: workload, local } }).text;
    const { accounts } = load({ "estate.yaml": text });
    expect(accounts["security"]?.baseline?.account.estateAccountIds).toEqual(["222222222222", "444444444444"]);
    // the emulator's own account has nothing to do with those of AWS
    expect(accounts["local"]?.baseline?.account.securityAccountId).toBe("000000000000");
  });

  test("is in a further region as in the account, but for what is said of the region", () => {
    const { account, regions } = baselineOf(
      estate({
        keys: "central",
        defaults: { vpcPublicAccess: "block-ingress", s3PublicAccess: "blocked" },
        audit: { alerts: { email: ["ops@example.com"] }, guardDuty: { tellFrom: "high" }, trail: { logRetentionDays: 90 } },
        inRegions: { "eu-central-1": { defaults: { vpcPublicAccess: "block-bidirectional" } } },
      }),
    );
    const region = regions["eu-central-1"];
    expect(account.defaults.vpcPublicAccess).toBe("block-ingress");
    expect(region).toMatchObject({ keys: "central", defaults: { vpcPublicAccess: "block-bidirectional", volumes: "encrypted" } });
    expect(region?.audit).toMatchObject({ alerts: { email: ["ops@example.com"] }, guardDuty: { tellFrom: "high" } });
  });

  test("is told what stands already: once, and in each region", () => {
    const detectors = { "eu-west-1": "0".repeat(32), "eu-central-1": "1".repeat(32) };
    const { account, regions } = baselineOf(
      estate({ existing: { trail: "management-events", recorder: "default", detector: detectors, securityHub: { "eu-central-1": true } } }),
    );
    expect(account.existing).toMatchObject({
      trail: "management-events",
      recorder: "default",
      detector: "0".repeat(32),
      securityHub: false,
    });
    expect(regions["eu-central-1"]?.existing).toMatchObject({ detector: "1".repeat(32), securityHub: true });
    expect(regions["eu-central-1"]?.existing.recorder).toBeUndefined();
  });

  test("watches the sites' buckets, which are not named", () => {
    const { watchesSites } = baselineOf(estate({ audit: { trail: { dataEvents: { buckets: "sites" } } } }));
    expect(watchesSites).toBe(true);
    expect(baselineOf(estate({ audit: { trail: { dataEvents: { buckets: "all" } } } })).watchesSites).toBe(false);
  });
});

describe("what is wrong", () => {
  test.each([
    [
      "a region that the account has not",
      estate({ existing: { detector: { "eu-west-2": "0".repeat(32) } } }),
      /baseline\.existing\.detector\.eu-west-2 {2}.*is none of the account's regions; did you mean "eu-west-1"\?/,
    ],
    [
      "a further region that the account has not",
      estate({ inRegions: { "eu-west-2": {} } }),
      /baseline\.inRegions\.eu-west-2 {2}.*is none of the account's regions/,
    ],
    [
      "users outside the security account",
      estate({ identity: { groups: { a: {} } } }),
      /baseline\.identity\.groups {2}belongs to the security account alone; .*222222222222/,
    ],
    [
      "pipelines of a repository that is not GitHub's",
      estate({ identity: { pipelines: {} } }, { repository: "gitlab.example.com/shop" }),
      /baseline\.identity\.pipelines {2}are GitHub's workflows, and the estate's "repository" is "gitlab.example.com\/shop"; take it out/,
    ],
    ["what the estate knows", estate({ accountId: "444444444444" }), /baseline\.accountId {2}/],
    ["a region given twice", estate({}, { account: { regions: ["eu-west-1"] } }), /regions\.0 {2}"eu-west-1" is the account's already/],
    [
      "a second security account",
      estate({}, { account: { kind: "security" } }),
      /kind {2}"security" is what "security" is; an estate has one/,
    ],
    [
      "an archive that there is not",
      estate({}, { logArchive: "secure" }),
      /logArchive {2}"secure" is no account of the estate; known are security, prod/,
    ],
    [
      "an archive in another account",
      estate({}, { logArchive: "prod" }),
      /logArchive {2}"prod" is a workload account; give the security account/,
    ],
    [
      "an archive that nobody makes",
      writeYaml({ ...base, logArchive: "security", accounts: { security: { id: "222222222222", kind: "security", region: "eu-west-1" } } })
        .text,
      /logArchive {2}"security" has no "baseline", which makes the archive/,
    ],
  ] as const)("%s is told of once, with what to do", (_, text, line) => {
    const lines = told(text).filter((one) => one.startsWith("environments/estate.yaml"));
    expect(lines).toEqual([expect.stringMatching(line)]);
  });

  test("an account is not called as the stack of another one in a region", () => {
    const accounts = { prod: workload, "prod-eu-central-1": { ...workload, id: "555555555555" } };
    expect(report({ "estate.yaml": writeYaml({ ...base, accounts }).text })).toEqual([
      expect.stringMatching(/accounts\.prod-eu-central-1 {2}is called as "prod" in one of its regions; give it another name/),
    ]);
  });
});
