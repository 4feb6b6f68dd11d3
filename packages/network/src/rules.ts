import type { ProductionRule } from "@groundplan/core/schema";
import { knownCidr } from "./cidr.js";
import { gridOf } from "./grid.js";
import { natCount, natPlanOf } from "./nat-plan.js";
import type { NetworkConfig } from "./schema/network.js";
import { subnetsOf } from "./subnets.js";
import { zonesOf } from "./zones.js";

/** The largest prefix length of a subnet that a load balancer goes into. https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
const loadBalancerPrefixLength = 27;

const leastRetentionDays = 90;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<NetworkConfig>[] = [
  {
    id: "network-multi-az",
    path: ["azs"],
    holds: (config) => zonesOf(config).length >= 2,
    message: "is a single AZ, and its failure takes everything down; give two or more",
  },
  {
    id: "network-nat-per-az",
    path: ["nat"],
    holds: (config) => natPlanOf(config) === undefined || (config.nat !== "instance" && natCount(config) === zonesOf(config).length),
    message: 'leaves AZs whose way out stands in another one, or on an instance; give "perAz"',
  },
  {
    id: "network-flow-logs",
    path: ["flowLogs", "destination"],
    holds: ({ flowLogs }) => flowLogs.destination !== "none",
    message: 'is off, and nobody will know who talked to whom; give "archive", "cloudwatch" or "s3"',
  },
  {
    id: "network-flow-logs-kept",
    path: ["flowLogs", "retentionDays"],
    holds: ({ flowLogs: { destination = "cloudwatch", retentionDays } }) =>
      destination !== "cloudwatch" || retentionDays >= leastRetentionDays,
    message: `is shorter than an intrusion goes unseen; give ${leastRetentionDays} or more`,
  },
  {
    id: "network-no-public-ips",
    path: ["tiers"],
    holds: ({ tiers }) => Object.values(tiers).every(({ publicIps }) => !publicIps),
    message: 'gives every instance of a tier a public address; leave "publicIps" off, and let load balancers face the internet',
  },
  {
    id: "network-room-for-load-balancers",
    path: ["tiers", "public"],
    holds: (config) => publicPrefixLengths(config).every((prefixLength) => prefixLength <= loadBalancerPrefixLength),
    message: `has subnets too small for a load balancer; give /${loadBalancerPrefixLength} or larger`,
  },
  {
    id: "network-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and a destroyed network takes all that stands in it; leave "protect" on',
  },
];

function publicPrefixLengths(config: NetworkConfig): number[] {
  const { vpcPrefixLength } = gridOf(config);
  return subnetsOf(config)
    .filter(({ tier }) => tier.kind === "public")
    .map(({ cidr, place }) => (cidr === undefined ? vpcPrefixLength + (place?.newBits ?? 0) : knownCidr(cidr).prefixLength));
}
