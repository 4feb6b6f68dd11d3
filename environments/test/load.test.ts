import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadEstate, stateKeyOf } from "../load.js";
import { estate, load, place, refusal, report } from "./folder.js";

const network = (cidr: string): string => `network:\n  cidr: ${cidr}\n`;

test("the project's own files are right, and say what they should", () => {
  const { accounts, environments } = loadEstate(dirname(dirname(fileURLToPath(import.meta.url))));
  expect(Object.keys(environments)).toEqual(["dev", "local", "prod", "shared", "stage"]);
  expect(environments["local"]?.account).toMatchObject({ name: "local", emulatorOnly: true });
  expect(Object.values(environments).filter(({ production }) => production)).toEqual([environments["prod"], environments["shared"]]);
  expect(environments["prod"]?.acknowledged).toEqual([]);
  expect(Object.keys(accounts)).toContain("management");
});

describe("defaults", () => {
  test("are production's in production", () => {
    const { environments } = load({ "prod.yaml": place("prod", true) + network("10.0.0.0/16") });
    expect(environments["prod"]).toMatchObject({
      keys: { deletionWindowDays: 30, protect: true },
      network: { nat: "perAz", protect: true },
    });
  });

  test("are cheaper outside it, and the file's word wins", () => {
    const { environments } = load({ "dev.yaml": `${place("nonprod")}${network("10.0.0.0/16")}keys: { deletionWindowDays: 9 }\n` });
    expect(environments["dev"]).toMatchObject({
      keys: { deletionWindowDays: 9, protect: false },
      network: { nat: "single", protect: false },
    });
  });

  test("give an environment keys, and a network only where it asks for one", () => {
    const { environments } = load({ "dev.yaml": place("nonprod") });
    expect(environments["dev"]?.keys).toBeDefined();
    expect(environments["dev"]?.network).toBeUndefined();
  });
});

describe("an environment's name", () => {
  test("is its file's, and never that of an account's stacks", () => {
    expect(
      report({ "account-x.yaml": place("nonprod"), "account.yaml": place("nonprod"), "Dev_1.yaml": place("nonprod"), "prod.yml": "" }),
    ).toEqual([
      'environments/Dev_1.yaml:1:1  "Dev_1" is no name of an environment; give at most 20 lower-case letters, digits and single hyphens, a letter first',
      `environments/account-x.yaml:1:1  "account-x" is called as an account's stacks are; give a name not begun by "account"`,
      `environments/account.yaml:1:1  "account" is called as an account's stacks are; give a name not begun by "account"`,
      "environments/prod.yml:1:1  would not be read; call it prod.yaml",
    ]);
  });
});

describe("accounts", () => {
  test("must be known, and hold the environment's region", () => {
    expect(report({ "dev.yaml": place("nonprd"), "stage.yaml": place("prod").replace("eu-west-1", "eu-central-1") })).toEqual([
      'environments/dev.yaml:1:10  account  "nonprd" is no account of estate.yaml; did you mean "nonprod"?',
      `environments/stage.yaml:2:9  region  "eu-central-1" is none of account "prod"'s; give one of eu-west-1, or add it to the account's "regions" in estate.yaml`,
    ]);
    expect(load({ "dev.yaml": place("nonprod").replace("eu-west-1", "eu-central-1") }).environments["dev"]?.region).toBe("eu-central-1");
  });

  test("hold what their kind may hold", () => {
    expect(report({ "a.yaml": place("management"), "b.yaml": place("shared") + network("10.0.0.0/16") })).toEqual([
      'environments/a.yaml:1:10  account  "management" is a management account; environments stand in shared and workload accounts',
      'environments/b.yaml:4:1  network  has no place in a shared account, and "shared" is one; it stands in workload accounts',
    ]);
  });

  test("hold everything where there is only one", () => {
    const alone =
      'project: shop\nrootDomain: shop.example.com\nrepository: github.com/example/shop\naccounts:\n  all: { id: "111111111111", kind: shared, region: eu-west-1 }\n';
    expect(Object.keys(load({ "estate.yaml": alone, "dev.yaml": place("all") + network("10.0.0.0/16") }).environments)).toEqual(["dev"]);
  });

  test("have an id each, and no name that a stack has", () => {
    const twins = `${estate}  copy: { id: "444444444444", kind: workload, region: eu-west-1 }\n  prod-state: { id: "555555555555", kind: workload, region: eu-west-1 }\n`;
    expect(report({ "estate.yaml": twins })).toEqual([
      'environments/estate.yaml:9:15  accounts.copy.id  "444444444444" is account "prod" already; give each its own id',
      'environments/estate.yaml:10:15  accounts.prod-state  ends in "-state", as stacks do; give it another name',
    ]);
  });

  test("that are themselves wrong are not told of twice", () => {
    expect(report({ "estate.yaml": estate.replace('"333333333333"', '"3"'), "dev.yaml": place("nonprod") })).toEqual([
      'environments/estate.yaml:7:18  accounts.nonprod.id  "3" is no account id; give its 12 digits, quoted',
    ]);
  });

  test("must be given", () => {
    expect(report({ "estate.yaml": `${estate.slice(0, estate.indexOf("accounts"))}accounts: {}\n` })).toEqual([
      "environments/estate.yaml:4:11  accounts  has no entry; give at least one account",
    ]);
  });
});

describe("addresses of networks", () => {
  test("are disjoint across all environments, secondary ranges too", () => {
    const one = `${place("nonprod")}${network("10.0.0.0/16")}  secondaryCidrs: [100.64.0.0/16]\n`;
    const two = `${place("prod")}network:\n  cidr: 100.64.128.0/17\n  secondaryCidrs: [10.0.240.0/20]\n`;
    expect(report({ "dev.yaml": one, "stage.yaml": two })).toEqual([
      'environments/stage.yaml:5:9  network.cidr  "100.64.128.0/17" overlaps "100.64.0.0/16" of dev (environments/dev.yaml:6); give another range, or say "peerable: false" in one of them',
      'environments/stage.yaml:6:20  network.secondaryCidrs.0  "10.0.240.0/20" overlaps "10.0.0.0/16" of dev (environments/dev.yaml:5); give another range, or say "peerable: false" in one of them',
    ]);
  });

  test("may be shared by one that is never joined", () => {
    const files = {
      "dev.yaml": place("nonprod") + network("10.0.0.0/16"),
      "stage.yaml": `${place("nonprod")}${network("10.0.0.0/16")}peerable: false\n`,
    };
    expect(Object.keys(load(files).environments)).toEqual(["dev", "stage"]);
  });

  test("that touch and don't overlap are fine", () => {
    const files = { "dev.yaml": place("nonprod") + network("10.0.0.0/16"), "stage.yaml": place("nonprod") + network("10.1.0.0/16") };
    expect(Object.keys(load(files).environments)).toEqual(["dev", "stage"]);
  });
});

describe("production's rules", () => {
  const cheap = `${place("prod", true)}${network("10.0.0.0/16")}  nat: single\n`;
  const acknowledge = (rule: string, why = "one AZ's failure is covered by the other region"): string =>
    `acknowledge:\n  - rule: ${rule}\n    why: ${why}\n`;

  test("are errors in production, and name the way out", () => {
    expect(report({ "prod.yaml": `${cheap}keys: { protect: false }\n` })).toEqual([
      'environments/prod.yaml:7:8  network.nat  "single" leaves AZs whose way out stands in another one, or on an instance; give "perAz", or acknowledge "network-nat-per-az" with a reason',
      'environments/prod.yaml:8:18  keys.protect  false is off, and a destroyed key takes its data with it; leave "protect" on, or acknowledge "kms-key-protected" with a reason',
    ]);
  });

  test("don't hold outside it", () => {
    expect(load({ "dev.yaml": cheap.replace("true", "false") }).environments["dev"]?.acknowledged).toEqual([]);
  });

  test("may be broken for a written reason, which is kept", () => {
    const { environments } = load({ "prod.yaml": cheap + acknowledge("network-nat-per-az") });
    expect(environments["prod"]?.acknowledged).toEqual([
      { rule: "network-nat-per-az", why: "one AZ's failure is covered by the other region" },
    ]);
    expect(environments["prod"]?.notices).toEqual([]);
  });

  test("that are unknown, twice acknowledged or without a reason are errors", () => {
    const wrong = `${acknowledge("network-nat-per-ax")}  - { rule: network-protected, why: as it should be }\n  - { rule: network-protected, why: no }\n`;
    expect(report({ "dev.yaml": place("nonprod") + wrong })).toEqual([
      'environments/dev.yaml:5:11  acknowledge.0.rule  "network-nat-per-ax" is no production rule; did you mean "network-nat-per-az"?',
      'environments/dev.yaml:8:13  acknowledge.2.rule  "network-protected" is acknowledged above already; keep one',
      'environments/dev.yaml:8:37  acknowledge.2.why  "no" is too short; give at least 10 characters',
    ]);
  });

  test("that are acknowledged and not broken are a notice", () => {
    const { environments } = load({ "prod.yaml": place("prod", true) + network("10.0.0.0/16") + acknowledge("network-nat-per-az") });
    expect(environments["prod"]).toMatchObject({
      acknowledged: [],
      notices: ['"network-nat-per-az" is acknowledged, and not broken; take it out'],
    });
  });
});

test("a NAT gateway in each AZ outside production is a notice, with what it costs", () => {
  const { environments } = load({ "dev.yaml": `${place("nonprod")}${network("10.0.0.0/16")}  nat: perAz\n` });
  expect(environments["dev"]?.notices).toEqual([expect.stringMatching(/"perAz".*USD a month/)]);
});

test("flow logs that go to S3 need a bucket", () => {
  expect(report({ "dev.yaml": `${place("nonprod")}${network("10.0.0.0/16")}  flowLogs: { destination: s3 }\n` })).toEqual([
    "environments/dev.yaml:6:3  network.flowLogs.bucketArn  is missing; give the ARN of the bucket that takes the logs",
  ]);
});

describe("a state's key", () => {
  test("is the environment's and the layer's, unless the file names one that stands already", () => {
    const { environments } = load({ "dev.yaml": `${place("nonprod")}stateKeys: { network: old/network.tfstate }\n` });
    const dev = environments["dev"] ?? { name: "", stateKeys: {} };
    expect(stateKeyOf(dev, "network")).toBe("old/network.tfstate");
    expect(stateKeyOf(dev, "keys")).toBe("dev/keys.tfstate");
  });

  test("is of one stack alone in an account", () => {
    const files = (account: string) => ({
      "dev.yaml": `${place("nonprod")}stateKeys: { keys: stage/keys.tfstate, netwrk: a.tfstate }\n`,
      "stage.yaml": place(account),
    });
    expect(report(files("nonprod"))).toEqual([
      'environments/dev.yaml:4:20  stateKeys.keys  "stage/keys.tfstate" is the state of stage-keys; give each state a key of its own',
      'environments/dev.yaml:4:40  stateKeys.netwrk  is no layer; did you mean "network"?',
    ]);
    expect(report(files("prod"))).toHaveLength(1);
    expect(report({ "dev.yaml": `${place("nonprod")}stateKeys: { keys: account-nonprod/state.tfstate }\n` })).toEqual([
      `environments/dev.yaml:4:20  stateKeys.keys  "account-nonprod/state.tfstate" is called as an account's own states are; give a key not begun by "account-"`,
    ]);
  });
});

describe("the report", () => {
  test("holds every problem of every file in order, then one count", () => {
    const { message } = refusal({ "estate.yaml": estate.replace("shop\n", "Shop\n"), "dev.yaml": "region: x\nregon: y\n" });
    expect(
      message,
    ).toBe(`environments/estate.yaml:1:10  project  "Shop" is no name; give lower-case letters, digits and single hyphens, a letter first
environments/dev.yaml:1:1  account  is missing; give a string
environments/dev.yaml:1:1  production  is missing; give true or false
environments/dev.yaml:1:9  region  "x" is no region of the partition "aws"; give one such as "eu-west-1"
environments/dev.yaml:2:1  regon  is no known property; did you mean "region"?

5 problems in 2 files; nothing was made`);
  });

  test("says that a folder has no estate", () => {
    expect(() => loadEstate("/nonexistent/environments")).toThrow(
      "environments/estate.yaml:1:1  is missing; it holds the project's name, its domain and its accounts",
    );
  });
});
