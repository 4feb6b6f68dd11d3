import type { EncryptionKey } from "@groundplan/core";
import { Network } from "@groundplan/network";
import type { TerraformStack } from "cdktf";

/**
 * IPv6, a tier of one's own for a cache, one small tier, pods in a range that nobody else routes to, interface endpoints
 * so that images and logs leave by no NAT, and a way to the office through a transit gateway.
 */
export function dualStackNetwork(stack: TerraformStack, logsKey: EncryptionKey): Network {
  return new Network(stack, "network", {
    name: "shop-prod",
    accountId: "111111111111",
    region: "eu-central-1",
    cidr: "10.20.0.0/16",
    secondaryCidrs: ["100.64.0.0/16"],
    ipv6: true,
    azs: ["a", "b"],
    grid: { tiers: 8, azs: 4 },
    tiers: {
      public: { addresses: 200 },
      cache: { kind: "isolated", slot: 3, prefixLength: 24 },
      pods: { kind: "private", slot: 4, cidrs: { a: "100.64.0.0/18", b: "100.64.64.0/18" } },
    },
    interfaceEndpoints: { "ecr.api": {}, "ecr.dkr": {}, logs: {} },
    transitGateway: { id: "tgw-0123456789abcdef0", cidrs: ["192.168.0.0/16"], tiers: ["private", "pods"] },
    encryptionKey: logsKey,
    overrides: { subnet: (tier) => (tier === "pods" ? { privateDnsHostnameTypeOnLaunch: "resource-name" } : {}) },
  });
}
