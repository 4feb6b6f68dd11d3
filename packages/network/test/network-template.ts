import { synthesize, type Template } from "@groundplan/testing";
import { Network, type NetworkProps } from "../src/index.js";

const base: NetworkProps = { name: "shop", accountId: "111111111111", region: "eu-west-1", cidr: "10.0.0.0/16" };

/** What a network of the given props synthesizes to. */
export function networkTemplate(props: Partial<NetworkProps> = {}): Template {
  return synthesize((stack) => void new Network(stack, "network", { ...base, ...props }));
}

/** A key that stands elsewhere, so that a network makes none. */
export const encryptionKey = { keyArn: "arn:aws:kms:eu-west-1:111111111111:key/0" };

/** Everything set: as much as goes together. */
export const everything: Partial<NetworkProps> = {
  secondaryCidrs: ["100.64.0.0/16"],
  ipv6: true,
  azs: ["a", "b", "c"],
  grid: { tiers: 8, azs: 4 },
  tiers: {
    public: { addresses: 200, publicIps: true, tags: { "kubernetes.io/role/elb": "1" } },
    isolated: { gatewayEndpoints: true },
    cache: { kind: "isolated", slot: 3, prefixLength: 24 },
    pods: { kind: "private", slot: 4, cidrs: { a: "100.64.0.0/18", b: "100.64.64.0/18", c: "100.64.128.0/18" } },
  },
  natAllocationIds: { a: "eipalloc-0a1b" },
  interfaceEndpoints: { "ecr.api": {}, s3: { privateDns: false, policy: '{"Version":"2012-10-17","Statement":[]}' } },
  dhcpOptions: { domainName: "shop.internal" },
  routes: { office: { tiers: ["private"], cidr: "192.168.0.0/24", virtualPrivateGatewayId: "vgw-0a1b" } },
  peering: { tools: { peerVpcId: "vpc-0a1b", peerCidrs: ["10.9.0.0/16"], tiers: ["private", "isolated"] } },
  transitGateway: { id: "tgw-0a1b", cidrs: ["172.31.0.0/16"] },
  blockPublicAccessExclusion: "bidirectional",
  encryptionKey,
};
