import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js";
import { address, type SecurityGroup } from "@groundplan/core";
import { connect } from "@groundplan/security-group";
import { isIpv6 } from "@groundplan/web-acl/config";
import type { Blueprint } from "./blueprint.js";
import type { LoadBalancerConfig } from "./config.js";

/** A port that somebody may connect to. */
interface Entrance {
  readonly name: string;
  readonly port: number;
  readonly description: string;
  readonly ranges: readonly string[];
}

/** Lets in the ranges and the groups that may connect, and nobody else. */
export function letIn({ module, config }: Blueprint, group: SecurityGroup, clients: Readonly<Record<string, SecurityGroup>>): void {
  for (const { name, port, description, ranges } of entrancesOf(config)) {
    for (const range of ranges) {
      const ports = { fromPort: port, toPort: port, ipProtocol: "tcp", description };
      const from = isIpv6(range) ? { cidrIpv6: range } : { cidrIpv4: range };
      const rule = { securityGroupId: group.securityGroupId, ...ports, ...from };
      address(new VpcSecurityGroupIngressRule(module, `${name}-${range.replace("/", "_")}`, rule), module, name, shortName(range));
    }
  }
  for (const [name, client] of Object.entries(clients)) {
    connect(module, { name, from: client, to: group, port: 443, description: `HTTPS from ${name}` });
  }
}

function entrancesOf(config: LoadBalancerConfig): Entrance[] {
  const { testListener } = config;
  const ranges = rangesOf(config);
  return [
    { name: "https", port: 443, description: "HTTPS", ranges },
    { name: "http", port: 80, description: "HTTP, sent on to HTTPS", ranges },
    ...(testListener === "off"
      ? []
      : [{ name: "test", port: testListener.port, description: "Test listener", ranges: testListener.allowedCidrs }]),
  ];
}

const everybody = { ipv4: "0.0.0.0/0", ipv6: "::/0" };

function rangesOf({ allowedCidrs, kind, dualStack }: LoadBalancerConfig): readonly string[] {
  if (allowedCidrs !== undefined) return [...new Set(allowedCidrs)];
  if (kind === "internal") return [];
  return dualStack ? [everybody.ipv4, everybody.ipv6] : [everybody.ipv4];
}

/** A range in an address: everybody by the protocol's name. */
function shortName(range: string): string {
  if (range === everybody.ipv4) return "ipv4";
  return range === everybody.ipv6 ? "ipv6" : range;
}
