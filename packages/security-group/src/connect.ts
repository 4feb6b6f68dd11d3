import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule/index.js";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js";
import { address, type SecurityGroup } from "@groundplan/core";
import type { Construct } from "constructs";

/** Who may reach whom. */
export interface Connection {
  /** Ends the rules' addresses: `load_balancer`, `database_main`. */
  readonly name: string;
  readonly from: SecurityGroup;
  readonly to: SecurityGroup;
  readonly port: number;
  /** Default: tcp. */
  readonly protocol?: "tcp" | "udp" | undefined;
  /** What passes here, for who reads the rules in AWS. */
  readonly description: string;
}

export interface ConnectionRules {
  readonly egress: VpcSecurityGroupEgressRule;
  readonly ingress: VpcSecurityGroupIngressRule;
}

/**
 * Lets one group reach another on a port: a rule out of the one and a rule into the other, both in the scope of whoever depends on
 * the other, so that arrows between stacks point one way.
 *
 * @example connect(this, { name: "database", from: this, to: database, port: 5432, description: "PostgreSQL" })
 */
export function connect(module: Construct, connection: Connection): ConnectionRules {
  const { name, from, to, port, protocol = "tcp", description } = connection;
  const ports = { fromPort: port, toPort: port, ipProtocol: protocol, description };
  return {
    egress: address(
      new VpcSecurityGroupEgressRule(module, `to-${name}`, {
        securityGroupId: from.securityGroupId,
        referencedSecurityGroupId: to.securityGroupId,
        ...ports,
      }),
      module,
      name,
    ),
    ingress: address(
      new VpcSecurityGroupIngressRule(module, `from-${name}`, {
        securityGroupId: to.securityGroupId,
        referencedSecurityGroupId: from.securityGroupId,
        ...ports,
      }),
      module,
      name,
    ),
  };
}

/** Lets a group reach HTTPS anywhere: images, AWS's own endpoints, other people's. IPv6 has a rule of its own. */
export function allowHttpsOut(module: Construct, group: SecurityGroup): VpcSecurityGroupEgressRule[] {
  const https = { securityGroupId: group.securityGroupId, fromPort: 443, toPort: 443, ipProtocol: "tcp", description: "HTTPS to anywhere" };
  return [
    address(new VpcSecurityGroupEgressRule(module, "https-out-ipv4", { ...https, cidrIpv4: "0.0.0.0/0" }), module, "https", "ipv4"),
    address(new VpcSecurityGroupEgressRule(module, "https-out-ipv6", { ...https, cidrIpv6: "::/0" }), module, "https", "ipv6"),
  ];
}
