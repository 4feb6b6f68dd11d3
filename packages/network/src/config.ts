import { crossCheck } from "@groundplan/core/schema";
import { aclProblems } from "./checks/acls.js";
import { connectionProblems } from "./checks/connections.js";
import { natProblems } from "./checks/nat.js";
import { rangeProblems } from "./checks/ranges.js";
import { subnetProblems } from "./checks/subnets.js";
import { tierProblems } from "./checks/tiers.js";
import { gridProblems, zoneProblems } from "./checks/zones.js";
import { type NetworkConfig, networkData } from "./schema/network.js";

const tiers = ["tiers", "withoutTiers"] as const;
const layout = ["cidr", "ipam", "azs", "region", "grid", ...tiers] as const;

/** A network's data: the environment file's section, the props, their defaults, checks and documentation. */
export const schema = networkData.check(
  crossCheck<NetworkConfig>(["cidr", "ipam", "secondaryCidrs"], rangeProblems),
  crossCheck<NetworkConfig>(["azs", "region", "grid", ...tiers], zoneProblems),
  crossCheck<NetworkConfig>(["cidr", "ipam", "grid", ...tiers], gridProblems),
  crossCheck<NetworkConfig>([...layout, "ipv6"], tierProblems),
  crossCheck<NetworkConfig>([...layout, "secondaryCidrs"], subnetProblems),
  crossCheck<NetworkConfig>(["nat", "natAzs", "natAllocationIds", "azs", "region", ...tiers], natProblems),
  crossCheck<NetworkConfig>(["routes", "peering", "transitGateway", "interfaceEndpoints", "endpointTier", ...tiers], connectionProblems),
  crossCheck<NetworkConfig>(["tiers"], aclProblems),
);

export { type NetworkConfig, networkData } from "./schema/network.js";

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { nat: "single", protect: false } satisfies Partial<NetworkConfig>;

export { notices } from "./notices.js";
export { rules } from "./rules.js";
