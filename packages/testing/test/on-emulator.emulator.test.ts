import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcBlockPublicAccessOptions } from "@cdktf/provider-aws/lib/vpc-block-public-access-options/index.js";
import { TerraformOutput, type TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Deployment, onEmulator, type World } from "../src/index.js";

function networkOf(...letters: string[]): (stack: TerraformStack) => void {
  return (stack) => {
    const vpc = new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/16", tags: { Subnets: String(letters.length) } });
    letters.forEach((letter, index) => {
      new Subnet(stack, letter, { vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `eu-west-1${letter}` });
    });
    new TerraformOutput(stack, "subnets", { value: letters.length, staticId: true });
  };
}

describe("a deployment on the emulator", () => {
  let world: World;
  let network: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "testing" });
    network = await world.deployment("network", networkOf("a", "b"));
  });
  afterAll(() => world.stop());

  it("is planned, and nothing is made by that", async () => {
    expect(await network.plan()).toMatchObject({ create: ["aws_subnet.a", "aws_subnet.b", "aws_vpc.vpc"], outputs: ["subnets"] });
    expect(await network.addresses()).toEqual([]);
  });

  it("is applied by Terraform, and settles", async () => {
    expect(await network.apply()).toMatchObject({
      create: ["aws_subnet.a", "aws_subnet.b", "aws_vpc.vpc"],
      update: [],
      replace: [],
      destroy: [],
    });
    await network.expectEmptyPlan();
    expect(await network.addresses()).toEqual(["aws_subnet.a", "aws_subnet.b", "aws_vpc.vpc"]);
    expect(await network.outputs()).toEqual({ subnets: 2 });
  });

  it("grows by a change", async () => {
    expect(await network.change(networkOf("a", "b", "c"))).toEqual({
      create: ["aws_subnet.c"],
      update: ["aws_vpc.vpc"],
      replace: [],
      destroy: [],
      move: [],
      import: [],
      forget: [],
      outputs: ["subnets"],
    });
    await network.expectEmptyPlan();
  });

  it("refuses a change that would lose something stateful, and applies nothing of it", async () => {
    await expect(network.change(networkOf("a", "c", "b"))).rejects.toThrow(
      'the change of "network" would lose aws_subnet.b, aws_subnet.c; nothing was applied',
    );
    await network.expectEmptyPlan();
  });

  it("tells what a plan that is not empty would do", async () => {
    await expect(world.deployment("network", networkOf())).rejects.toThrow('"name" "network" names a deployment already');
    const bucket = await world.deployment("bucket", (stack) => void new S3Bucket(stack, "bucket", { bucket: "not-there" }));
    await expect(bucket.expectEmptyPlan()).rejects.toThrow(/the plan of "bucket" is not empty:\n {2}aws_s3_bucket.bucket create: whole/);
  });

  it("fails with Terraform's own words", async () => {
    const build = (stack: TerraformStack) => void new Vpc(stack, "vpc", { cidrBlock: "10.0.0.0/8" });
    const wrong = await world.deployment("wrong", build);
    await expect(wrong.apply()).rejects.toThrow(/"terraform apply" failed:\naws_vpc.vpc: .*"cidr_block"/);
  });

  it("is destroyed, and nothing is left", async () => {
    await network.destroy();
    expect(await network.addresses()).toEqual([]);
    expect(await world.faults()).toEqual([]);
  });

  it("says which of what was applied is weaker evidence", async () => {
    const build = (stack: TerraformStack) => void new VpcBlockPublicAccessOptions(stack, "options", { internetGatewayBlockMode: "off" });
    const options = await world.deployment("options", build);
    await options.apply();
    const weaker = await world.weakerEvidence();
    expect(weaker).toContain("aws_vpc_block_public_access_options");
    expect(weaker, "which moto answers").not.toContain("aws_vpc");
    expect(weaker, "which was not applied").not.toContain("aws_vpc_ipam");
    await options.destroy();
  });

  it("is not taken for destroyed while something of it still stands", async () => {
    const build = (stack: TerraformStack) => void new CloudwatchLogGroup(stack, "kept", { name: "kept", skipDestroy: true });
    const logs = await world.deployment("logs", build);
    await logs.apply();
    await expect(logs.destroy()).rejects.toThrow('"logs" was destroyed, and left standing: aws_cloudwatch_log_group.kept');
  });

  it("fails where the emulator did not answer, even if Terraform passes", async () => {
    await fetch(world.server.url, {
      method: "POST",
      headers: { authorization: "AWS4-HMAC-SHA256 Credential=test/20000101/eu-west-1/ec2/aws4_request, SignedHeaders=host, Signature=0" },
      body: new URLSearchParams({ Action: "PurchaseHostReservation", Version: "2016-11-15" }),
    });
    await expect(network.plan()).rejects.toThrow(/the emulator did not answer \(.*\):\n {2}ec2:PurchaseHostReservation/);
  });
});
