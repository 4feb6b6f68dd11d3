import { type Deployment, onEmulator, type PlanSummary, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Network, type NetworkProps } from "../src/index.js";
import { archive, logArchive } from "./archive.js";

const base: NetworkProps = {
  name: "shop",
  accountId: "111111111111",
  region: "eu-west-1",
  cidr: "10.0.0.0/16",
  azs: ["a", "b"],
  nat: "none",
  protect: false,
};

const networkOf =
  (...changes: readonly Partial<NetworkProps>[]) =>
  (stack: TerraformStack): void =>
    void new Network(stack, "network", Object.assign({}, base, ...changes));

const cache = { tiers: { cache: { kind: "isolated", slot: 3, prefixLength: 24 } } } as const;
const threeAzs = { azs: ["c", "a", "b"] };

/** The subnets that a plan would not leave alone. */
const touchedSubnets = ({ replace, destroy }: PlanSummary) =>
  [...replace, ...destroy].filter((address) => address.startsWith("aws_subnet."));

/** What may go when a kind of NAT does. */
const gateways = (...letters: string[]) =>
  letters.flatMap((letter) => [`aws_nat_gateway.network_${letter}`, `aws_eip.network_nat_${letter}`]);

describe("a network that stands", () => {
  let world: World;
  let network: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "network" });
    network = await world.deployment("network", networkOf());
    await network.apply();
  });
  afterAll(() => world.stop());

  it("settles", async () => {
    await network.expectEmptyPlan();
  });

  it("takes another AZ, and a tier, with nothing replaced and nothing destroyed", async () => {
    const az = await network.plan(networkOf(threeAzs));
    expect(az.create.filter((address) => address.startsWith("aws_subnet."))).toEqual([
      "aws_subnet.network_isolated_c",
      "aws_subnet.network_private_c",
      "aws_subnet.network_public_c",
    ]);
    expect([...az.replace, ...az.destroy]).toEqual([]);

    const tier = await network.change(networkOf(threeAzs, cache));
    expect(tier.create).toEqual(expect.arrayContaining(["aws_subnet.network_cache_a", "aws_subnet.network_cache_c"]));
    expect([...tier.replace, ...tier.destroy]).toEqual([]);
    await network.expectEmptyPlan();
  });

  it.each<{ readonly to: NetworkProps["nat"]; readonly makes: readonly string[]; readonly loses: readonly string[] }>([
    { to: "instance", makes: ["aws_autoscaling_group.network_nat_a", "aws_network_interface.network_nat_a"], loses: [] },
    { to: "single", makes: gateways("a"), loses: ["aws_eip.network_nat_instance_a"] },
    { to: "perAz", makes: gateways("b", "c"), loses: [] },
    { to: 2, makes: [], loses: gateways("c") },
    { to: "none", makes: [], loses: gateways("a", "b") },
  ])("takes NAT $to, and no subnet is replaced or destroyed", async ({ to, makes, loses }) => {
    const change = await network.change(networkOf(threeAzs, cache, { nat: to }), { allow: loses });
    expect(touchedSubnets(change)).toEqual([]);
    expect(change.replace).toEqual([]);
    expect(change.create).toEqual(expect.arrayContaining([...makes]));
    expect(change.destroy).toEqual(expect.arrayContaining([...loses]));
    // what never settles would be here at each step
    expect(change.update.filter((address) => !/^aws_route\.network_private_[abc]_egress$/.test(address))).toEqual([]);
  });

  it("takes an archive of another account, and what CloudWatch holds is kept until that is let go", async () => {
    await (await world.deployment("archive", archive)).apply();
    const now = [threeAzs, cache, { nat: "none", logArchive }] as const;
    const archived = await network.change(networkOf(...now, { flowLogs: { keepLogGroup: true } }));
    expect(archived).toMatchObject({
      create: ["aws_flow_log.network_archive"],
      update: [],
      replace: [],
      destroy: ["aws_flow_log.network", "aws_iam_role.network_flow_logs", "aws_iam_role_policy.network_flow_logs"],
    });
    await network.expectEmptyPlan();

    const kept = ["aws_cloudwatch_log_group.network_flow_logs", "aws_kms_key.network_flow_logs"];
    const letGo = await network.change(networkOf(...now), { allow: kept });
    expect(letGo).toMatchObject({ create: [], update: [], replace: [] });
    expect(letGo.destroy).toEqual([...kept.slice(0, 1), "aws_kms_alias.network_flow_logs", ...kept.slice(1)]);
    await network.expectEmptyPlan();
  });

  it("settles again, is destroyed, and nothing is left", async () => {
    await network.destroy();
    expect(await network.addresses()).toEqual([]);
  });
});
