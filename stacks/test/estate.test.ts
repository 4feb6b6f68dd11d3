import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { synthesizeEstate } from "../estate.js";
import { readStacks } from "../read-stacks.js";
import { inTemporaryFolder, localEstate, ownEstate, ownStacks, synthesized, type WrittenStack } from "./synthesized.js";

const estate = ownEstate();
const stacks = ownStacks();

function stackOf(name: string): WrittenStack {
  const stack = stacks.find(({ facts }) => facts.stack === name);
  if (stack === undefined) throw new Error(`there is no stack "${name}"`);
  return stack;
}

/** The layers of the project's own environments, sorted. */
function layersOf(environment: string): string[] {
  if (environment === "shared") return ["alerts", "dns", "ecr", "keys"];
  if (environment === "local") return ["alerts", "cluster", "database-main", "dns", "keys", "network", "service-hello", "site-docs"];
  return ["alerts", "cluster", "dns", "ingress", "keys", "network", "service-web", "service-worker"];
}

test("each account has its state and its baseline, in each of its regions, and each environment its layers", () => {
  expect(stacks.map(({ facts }) => facts.stack).sort()).toEqual([
    "account-local",
    "account-local-state",
    "account-management",
    "account-management-state",
    "account-nonprod",
    "account-nonprod-state",
    "account-prod",
    "account-prod-eu-central-1",
    "account-prod-state",
    "account-security",
    "account-security-eu-central-1",
    "account-security-state",
    "account-shared",
    "account-shared-state",
    ...["dev", "local", "prod", "shared", "stage"].flatMap((name) => layersOf(name).map((layer) => `${name}-${layer}`)),
  ]);
});

test("an environment without a network has no stack for it", () => {
  const names = synthesized(localEstate({ network: undefined, dns: undefined, databases: {}, services: {}, sites: {} })).map(
    ({ facts }) => facts.stack,
  );
  expect(names.filter((name) => name.startsWith("local"))).toEqual(["local-alerts", "local-keys"]);
});

test("a stack's JSON says all that commands need of it", () => {
  expect(stackOf("prod-network").facts).toEqual({
    stack: "prod-network",
    of: "prod",
    layer: "network",
    account: "prod",
    accountId: "555555555555",
    accountKind: "workload",
    emulatorOnly: false,
    region: "eu-west-1",
    production: true,
    upstream: ["prod-keys"],
    upstreamKeys: { "prod-keys": "prod/keys.tfstate" },
    acknowledged: [],
    notices: [],
    state: {
      bucket: "shop-state-555555555555-eu-west-1",
      key: "prod/network.tfstate",
      region: "eu-west-1",
      lockTable: "shop-state-locks",
    },
  });
});

test("an account's state stack is production's but on the emulator, and is protected", () => {
  expect(stackOf("account-nonprod-state").facts).toMatchObject({ of: "account-nonprod", layer: "state", production: true });
  expect(stackOf("account-nonprod-state").template).toHaveResource("aws_s3_bucket", { lifecycle: { prevent_destroy: true } });
  expect(stackOf("account-local-state").facts).toMatchObject({ production: false, emulatorOnly: true });
  expect(stackOf("account-local-state").template).not.toHaveResource("aws_s3_bucket", { lifecycle: { prevent_destroy: true } });
});

test("the state stack makes what every backend of its account names", () => {
  const { template, facts } = stackOf("account-prod-state");
  expect(template).toHaveResource("aws_s3_bucket", { bucket: facts.state.bucket });
  expect(template).toHaveResource("aws_dynamodb_table", { name: facts.state.lockTable });
  expect(stackOf("prod-keys").facts.state).toEqual({ ...facts.state, key: "prod/keys.tfstate" });
});

test("every state has a key of its own", () => {
  const keys = stacks.map(({ facts: { state } }) => `${state.bucket}/${state.key}`);
  expect(new Set(keys).size).toBe(stacks.length);
});

test("an environment's own state key goes to its stack, and to those that read it", () => {
  const renamed = synthesized(localEstate({ stateKeys: { keys: "old/keys.tfstate" } }));
  const [keys, network] = ["local-keys", "local-network"].map((name) => renamed.find(({ facts }) => facts.stack === name));
  expect(keys?.facts.state.key).toBe("old/keys.tfstate");
  expect(network?.facts.upstreamKeys).toEqual({ "local-keys": "old/keys.tfstate" });
  expect(network?.template.dataSource("terraform_remote_state")).toMatchObject({ config: { key: "old/keys.tfstate" } });
});

describe("the permissions boundary", () => {
  /** What carries a boundary, in every stack of an estate. */
  const bounded = (of: readonly WrittenStack[]) =>
    of.flatMap(({ facts, template }) =>
      ["aws_iam_role", "aws_iam_user"].flatMap((type) => Object.values(template.resources(type)).map((body) => ({ facts, body }))),
    );

  test("is on every role and user of every stack, and is the account's own", () => {
    const all = bounded(stacks);
    expect(new Set(all.map(({ facts }) => facts.account))).toEqual(new Set(Object.keys(estate.accounts)));
    for (const { facts, body } of all) {
      const byReference = facts.layer === "baseline";
      const policy = byReference ? "${aws_iam_policy.baseline_boundary.arn}" : `arn:aws:iam::${facts.accountId}:policy/estate/boundary`;
      expect(body["permissions_boundary"]).toBe(policy);
    }
  });

  test("is made by each account's baseline, under the estate's name for it", () => {
    for (const { facts, template } of stacks.filter(({ facts: { layer } }) => layer === "baseline"))
      expect(template.at("aws_iam_policy.baseline_boundary"), facts.stack).toMatchObject({ name: "boundary", path: "/estate/" });
  });

  test("is on the baseline's own roles alone where the estate has none", () => {
    const { permissionsBoundary: _, ...none } = estate;
    const bare = bounded(synthesized(none)).filter(({ body }) => body["permissions_boundary"] !== undefined);
    expect(new Set(bare.map(({ facts }) => facts.layer))).toEqual(new Set(["baseline"]));
  });
});

describe("the keys stack", () => {
  test("has a key for each purpose, and publishes their ARNs", () => {
    const { template } = stackOf("prod-keys");
    expect(template.addresses.filter((address) => address.startsWith("aws_kms_key."))).toEqual(
      ["alerts", "data", "logs", "secrets"].map((purpose) => `aws_kms_key.${purpose}_key`),
    );
    expect(template).toHaveOutput("contract", {
      logs: { keyArn: "${aws_kms_key.logs_key.arn}" },
      data: { keyArn: "${aws_kms_key.data_key.arn}" },
      secrets: { keyArn: "${aws_kms_key.secrets_key.arn}" },
      alerts: { keyArn: "${aws_kms_key.alerts_key.arn}" },
    });
    expect(template).toHaveResource("aws_kms_alias", { name: "alias/shop-prod-logs" });
  });
});

describe("the network stack", () => {
  test("encrypts its flow logs by the environment's key for logs, where they go to no archive", () => {
    expect(stackOf("local-network").template).toHaveResource("aws_cloudwatch_log_group", {
      kms_key_id: "${data.terraform_remote_state.keys.outputs.contract.logs.keyArn}",
    });
    expect(stackOf("local-network").template.resources("aws_kms_key")).toEqual({});
  });

  test("publishes where others are to stand", () => {
    const { value } = stackOf("local-network").template.outputs["contract"] ?? {};
    expect(value).toMatchObject({
      vpcId: "${aws_vpc.network.id}",
      publicSubnetIds: ["${aws_subnet.network_public_a.id}", "${aws_subnet.network_public_b.id}"],
      privateSubnetIds: ["${aws_subnet.network_private_a.id}", "${aws_subnet.network_private_b.id}"],
      isolatedSubnetIds: ["${aws_subnet.network_isolated_a.id}", "${aws_subnet.network_isolated_b.id}"],
      subnetIds: { private: ["${aws_subnet.network_private_a.id}", "${aws_subnet.network_private_b.id}"] },
    });
  });
});

describe("a synth", () => {
  test("that fails leaves the last one as it was", () => {
    inTemporaryFolder((folder) => {
      synthesizeEstate(estate, folder);
      const before = readFileSync(join(folder, "manifest.json"), "utf8");
      const broken = { ...estate, accounts: { ...estate.accounts, x: { ...estate.accounts["prod"], name: "x", id: "1" } as never } };
      expect(() => synthesizeEstate(broken, folder)).toThrow("is no account id");
      expect(readFileSync(join(folder, "manifest.json"), "utf8")).toBe(before);
      expect(readdirSync(join(folder, "stacks")).length).toBe(stacks.length);
      expect(readdirSync(folder)).toEqual(["manifest.json", "stacks"]);
    });
  });

  test("keeps what Terraform left beside a stack, and is read by its manifest alone", () => {
    inTemporaryFolder((folder) => {
      synthesizeEstate(estate, folder);
      writeFileSync(join(folder, "stacks", "dev-network", "plan.tfplan"), "");
      const { dev: _, ...others } = estate.environments;
      synthesizeEstate({ ...estate, environments: others }, folder);
      expect(existsSync(join(folder, "stacks", "dev-network", "plan.tfplan"))).toBe(true);
      expect(readStacks(folder).map(({ facts }) => facts.of)).not.toContain("dev");
    });
  });

  test("is to be run before its stacks are read", () => {
    inTemporaryFolder((folder) => expect(() => readStacks(folder)).toThrow(`"${folder}" holds no synthesized stacks; run synth first`));
  });
});
