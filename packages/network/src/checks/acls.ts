import type { CrossProblem } from "@groundplan/core/schema";
import type { NetworkConfig } from "../schema/network.js";

type Acl = NetworkConfig["tiers"][string]["acl"];
type AclRule = Acl["ingress"][number];

/** Numbers of the default rules. */
const reserved = { first: 100, last: 999 };

/** Whether the rules given for the tiers' ACLs have numbers of their own, one other side, and ports where the protocol has them. */
export function aclProblems({ tiers }: NetworkConfig): readonly CrossProblem[] {
  return Object.entries(tiers).flatMap(([name, { acl }]) =>
    (["ingress", "egress"] as const).flatMap((direction) =>
      acl[direction].flatMap((rule, index) =>
        ruleProblems(rule, acl[direction].slice(0, index), acl.defaultRules).map(({ path, ...rest }) => ({
          path: ["tiers", name, "acl", direction, index, ...path],
          ...rest,
        })),
      ),
    ),
  );
}

function ruleProblems(rule: AclRule, before: readonly AclRule[], hasDefaults: boolean): CrossProblem[] {
  const { number, protocol, fromPort, toPort, cidr, ipv6Cidr } = rule;
  const problem = (field: string, value: unknown, message: string): CrossProblem => ({ path: [field], value, message });
  const hasPorts = protocol === "tcp" || protocol === "udp";
  return [
    ...(before.some((other) => other.number === number)
      ? [problem("number", number, "is that of another rule; give one that is free")]
      : []),
    ...(hasDefaults && number >= reserved.first && number <= reserved.last
      ? [problem("number", number, "is kept for the default rules; give 1 to 99 to come before them, 1000 or more to come after")]
      : []),
    ...((cidr === undefined) === (ipv6Cidr === undefined)
      ? [problem("cidr", cidr, 'is not alone; give exactly one of "cidr" and "ipv6Cidr"')]
      : []),
    ...(!hasPorts && (fromPort !== undefined || toPort !== undefined)
      ? [problem("protocol", protocol, 'has no ports; take "fromPort" and "toPort" out, or give "tcp" or "udp"')]
      : []),
    ...(fromPort !== undefined && toPort !== undefined && toPort < fromPort
      ? [problem("toPort", toPort, `is below "fromPort" ${fromPort}; give at least that`)]
      : []),
  ];
}
