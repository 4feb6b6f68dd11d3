import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter/index.js";
import { Testing } from "cdktf";
import { expect, test } from "vitest";
import { EstateStack } from "../estate-stack.js";
import { zoneProvider } from "../zone-provider.js";

const facts = {
  stack: "dev-dns",
  of: "dev",
  layer: "dns",
  account: "nonprod",
  accountId: "111111111111",
  accountKind: "workload",
  emulatorOnly: false,
  region: "eu-west-1",
  production: false,
  upstream: [],
  upstreamKeys: {},
  acknowledged: [],
  notices: [],
  state: { bucket: "states", key: "dev-dns.tfstate", region: "eu-west-1", lockTable: "locks" },
} as const;

const access = {
  region: "eu-central-1",
  accountId: "333333333333",
  roleArns: { plan: "arn:aws:iam::333333333333:role/plan", apply: "arn:aws:iam::333333333333:role/apply" },
};

test("the parent's account is reached by the role that reads, or by the one that writes, as a variable says that no plan keeps", () => {
  const stack = new EstateStack(Testing.app(), { project: "shop", tags: {}, repository: "github.com/example/shop" }, facts);
  const provider = zoneProvider(stack, access);
  new SsmParameter(stack, "one", { provider, name: "/one", type: "String", value: "1" });
  expect(zoneProvider(stack, access)).toBe(provider);
  const json = JSON.parse(Testing.synth(stack));
  expect(json.provider.aws[1]).toEqual({
    alias: "zone",
    region: "eu-central-1",
    allowed_account_ids: ["333333333333"],
    assume_role: [
      { role_arn: '${var.zone_access == "apply" ? "arn:aws:iam::333333333333:role/apply" : "arn:aws:iam::333333333333:role/plan"}' },
    ],
  });
  expect(json.variable.zone_access).toMatchObject({ type: "string", default: "plan", ephemeral: true });
});
