import { isIpv6 } from "./address-range.js";
import { groupsOf, type ManagedRules, managedGroups } from "./managed-rules.js";

/** What takes capacity in a web ACL. */
export interface CapacityTakers {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  readonly rateLimit: number | "off";
  readonly managedRules: ManagedRules;
}

/** What a rule takes of a web ACL's capacity. */
export interface CapacityShare {
  readonly what: string;
  readonly units: number;
}

// A set of addresses takes 1 unit, a rate limit by address 2.
// https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html
export function capacityShares({ allow, deny, rateLimit, managedRules }: CapacityTakers): CapacityShare[] {
  const shares = [
    { what: "allow", units: addressSets(allow) },
    { what: "deny", units: addressSets(deny) },
    { what: "rateLimit", units: rateLimit === "off" ? 0 : 2 },
    ...groupsOf(managedRules).map(({ group }) => ({ what: group, units: managedGroups[group].capacity })),
  ];
  return shares.filter(({ units }) => units > 0);
}

/** AWS keeps IPv4 and IPv6 in sets of their own. */
function addressSets(ranges: readonly string[]): number {
  return new Set(ranges.map(isIpv6)).size;
}
