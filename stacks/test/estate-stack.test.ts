import type { NetworkContract } from "@groundplan/core";
import { TerraformOutput, Testing } from "cdktf";
import { describe, expect, test } from "vitest";
import type { Shape } from "../contract-shape.js";
import { EstateStack } from "../estate-stack.js";
import type { StackFacts } from "../facts.js";

const setting = { project: "shop", tags: {}, repository: "github.com/example/shop" };

function facts(stack: string, more: Partial<StackFacts> = {}): StackFacts {
  return {
    stack,
    of: "dev",
    layer: stack.replace("dev-", ""),
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
    state: { bucket: "states", key: `${stack}.tfstate`, region: "eu-central-1", lockTable: "locks" },
    ...more,
  };
}

const shape: Shape<NetworkContract> = {
  vpcId: "string",
  vpcCidr: "string",
  publicSubnetIds: "list",
  privateSubnetIds: "list",
  isolatedSubnetIds: "list",
  subnetIds: { private: "list", "my-tier": "list" },
  routeTableIds: {},
  natPublicIps: "list",
};

function pair(consumer: Partial<StackFacts>): { producer: EstateStack<NetworkContract>; consumer: EstateStack } {
  const app = Testing.app();
  const producer = new EstateStack<NetworkContract>(app, setting, facts("dev-network"));
  return { producer, consumer: new EstateStack(app, setting, facts("dev-api", consumer)) };
}

describe("a contract", () => {
  test("is read leaf by leaf, with its types, by references into the producer's state", () => {
    const { producer, consumer } = pair({ upstream: ["dev-network"] });
    const { vpcId, privateSubnetIds, subnetIds } = consumer.read(producer, shape);
    new TerraformOutput(consumer, "seen", { value: { vpcId, privateSubnetIds, own: subnetIds["my-tier"] }, staticId: true });
    const json = JSON.parse(Testing.synth(consumer));
    expect(json.output.seen.value).toEqual({
      vpcId: "${data.terraform_remote_state.network.outputs.contract.vpcId}",
      privateSubnetIds: "${data.terraform_remote_state.network.outputs.contract.privateSubnetIds}",
      own: '${data.terraform_remote_state.network.outputs.contract.subnetIds["my-tier"]}',
    });
    expect(json.data.terraform_remote_state.network).toEqual({
      backend: "s3",
      config: { bucket: "states", key: "dev-network.tfstate", region: "eu-central-1" },
    });
  });

  test("makes its consumer come after its producer", () => {
    const { producer, consumer } = pair({ upstream: ["dev-network"] });
    consumer.read(producer, shape);
    expect(consumer.dependsOn(producer)).toBe(true);
  });

  test("is not read by a stack whose facts hide it", () => {
    const { producer, consumer } = pair({});
    expect(() => consumer.read(producer, shape)).toThrow('"dev-api" reads "dev-network", and its facts do not say so');
  });

  test("is not read across accounts", () => {
    const { producer, consumer } = pair({ upstream: ["dev-network"], accountId: "222222222222" });
    expect(() => consumer.read(producer, shape)).toThrow('"dev-api" reads the state of "dev-network" in another account');
  });

  test("has a shape that its type holds", () => {
    // @ts-expect-error a list is no string
    const wrong: Shape<Pick<NetworkContract, "natPublicIps">> = { natPublicIps: "string" };
    // @ts-expect-error a leaf is forgotten
    const short: Shape<Pick<NetworkContract, "vpcId" | "vpcCidr">> = { vpcId: "string" };
    expect([wrong, short]).toHaveLength(2);
  });
});
