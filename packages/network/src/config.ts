import { aclProblems } from "./checks/acls.js";
import { connectionProblems } from "./checks/connections.js";
import { crossCheck } from "./checks/cross-check.js";
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
  crossCheck(["cidr", "ipam", "secondaryCidrs"], rangeProblems),
  crossCheck(["azs", "region", "grid", ...tiers], zoneProblems),
  crossCheck(["cidr", "ipam", "grid", ...tiers], gridProblems),
  crossCheck([...layout, "ipv6"], tierProblems),
  crossCheck([...layout, "secondaryCidrs"], subnetProblems),
  crossCheck(["nat", "natAzs", "natAllocationIds", "azs", "region", ...tiers], natProblems),
  crossCheck(["routes", "peering", "transitGateway", "interfaceEndpoints", "endpointTier", ...tiers], connectionProblems),
  crossCheck(["tiers"], aclProblems),
);

export { type NetworkConfig, networkData } from "./schema/network.js";

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { nat: "single", protect: false } satisfies Partial<NetworkConfig>;

export { notices } from "./notices.js";
export { rules } from "./rules.js";
