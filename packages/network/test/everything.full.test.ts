import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway/index.js";
import { Eip } from "@cdktf/provider-aws/lib/eip/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcIpam } from "@cdktf/provider-aws/lib/vpc-ipam/index.js";
import { VpcIpamPool } from "@cdktf/provider-aws/lib/vpc-ipam-pool/index.js";
import { VpcIpamPoolCidr } from "@cdktf/provider-aws/lib/vpc-ipam-pool-cidr/index.js";
import { onEmulator, type World } from "@groundplan/testing";
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
  flowLogs: { destination: "none" },
};

/** What a network is wired to stands in the same stack. */
type Build = (stack: TerraformStack) => Partial<NetworkProps>;

const modes: Readonly<Record<string, Build>> = {
  "dual stack": () => ({ ipv6: true, nat: "single", interfaceEndpoints: { "ecr.api": {}, s3: { privateDns: false } } }),
  "a range chosen by IPAM": (stack) => ({ cidr: undefined, ipam: { poolId: pool(stack), netmaskLength: 16 } }),
  "a range of one's own out of a pool": (stack) => ({ ipam: { poolId: pool(stack) } }),
  "a secondary range, and tiers of one's own": () => ({
    secondaryCidrs: ["100.64.0.0/16"],
    grid: { tiers: 8, azs: 4 },
    tiers: {
      public: { addresses: 200, publicIps: true },
      isolated: { gatewayEndpoints: true, acl: { ingress: [{ number: 10, protocol: "icmp", cidr: "10.9.0.0/16" }] } },
      cache: { kind: "isolated", slot: 3, prefixLength: 24 },
      pods: { kind: "private", slot: 4, cidrs: { a: "100.64.0.0/18", b: "100.64.64.0/18" } },
    },
  }),
  "a transit gateway": (stack) => ({
    transitGateway: { id: new Ec2TransitGateway(stack, "tgw", {}).id, cidrs: ["172.31.0.0/16"], tiers: ["private", "isolated"] },
  }),
  "a transit gateway that keeps its own table": (stack) => ({
    transitGateway: { id: new Ec2TransitGateway(stack, "tgw", {}).id, applianceMode: true, defaultRouteTable: false },
  }),
  "peering, and a route of one's own by it": (stack) => ({
    peering: {
      tools: { peerVpcId: new Vpc(stack, "peer", { cidrBlock: "10.9.0.0/16" }).id, peerCidrs: ["10.9.0.0/16"], tiers: ["private"] },
    },
  }),
  "flow logs to a bucket": (stack) => ({
    flowLogs: { destination: "s3" },
    logBucket: { bucketName: "logs", bucketArn: new S3Bucket(stack, "logs", { bucket: "shop-flow-logs", forceDestroy: true }).arn },
  }),
  "flow logs to another account's archive, and to CloudWatch": (stack) => ({
    flowLogs: { destination: "both" },
    logArchive: { ...logArchive, bucketArn: `arn:aws:s3:::${archive(stack).bucket}` },
  }),
  "DHCP options and an exclusion from the block of public access": () => ({
    dhcpOptions: { domainName: "shop.internal" },
    blockPublicAccessExclusion: "egress",
  }),
  "NAT behind addresses of one's own": (stack) => ({
    nat: 2,
    natAllocationIds: { b: new Eip(stack, "own", { domain: "vpc" }).allocationId },
  }),
  "NAT instances in two AZs": () => ({ nat: "instance", natAzs: ["a", "b"] }),
};

describe.each(Object.entries(modes))("a network with %s", (_, build) => {
  let world: World;
  beforeAll(async () => {
    world = await onEmulator({ name: "network-modes" });
  });
  afterAll(() => world.stop());

  it("is applied, settles, and is destroyed", async () => {
    const network = await world.deployment("network", (stack) => void new Network(stack, "network", { ...base, ...build(stack) }));
    expect((await network.apply()).create).toContain("aws_vpc.network");
    await network.expectEmptyPlan();
    await network.destroy();
  });
});

function pool(stack: TerraformStack): string {
  const ipam = new VpcIpam(stack, "ipam", { operatingRegions: [{ regionName: "eu-west-1" }] });
  const made = new VpcIpamPool(stack, "pool", { addressFamily: "ipv4", ipamScopeId: ipam.privateDefaultScopeId, locale: "eu-west-1" });
  const range = new VpcIpamPoolCidr(stack, "pool-range", { ipamPoolId: made.id, cidr: "10.0.0.0/8" });
  // the pool has nothing to give before its range is there
  return range.ipamPoolId;
}
