import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js";
import { address } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";

/** A range, and the words that it is called by in an address. */
export interface NamedRange {
  readonly suffix: string;
  readonly cidr?: string;
  readonly ipv6Cidr?: string;
}

/** The VPC's own ranges: all that is inside. */
export function rangesInside({ config }: Blueprint, vpc: Vpc): readonly NamedRange[] {
  return [
    { suffix: "vpc", cidr: vpc.cidrBlock },
    ...config.secondaryCidrs.map((cidr) => ({ suffix: cidr, cidr })),
    ...(config.ipv6 ? [{ suffix: "ipv6", ipv6Cidr: vpc.ipv6CidrBlock }] : []),
  ];
}

/** What a security group lets in from inside the VPC. */
export interface Admission {
  /** Suffix of the rules' addresses, before the range's own. */
  readonly suffix: string;
  readonly securityGroupId: string;
  /** A TCP port; `undefined` for all traffic. */
  readonly port: number | undefined;
  readonly description: string;
}

export function admitInside(blueprint: Blueprint, vpc: Vpc, { suffix, securityGroupId, port, description }: Admission): void {
  const { module } = blueprint;
  for (const range of rangesInside(blueprint, vpc)) {
    const rule = new VpcSecurityGroupIngressRule(module, `${suffix}-from-${range.suffix}`, {
      securityGroupId,
      ...(range.cidr === undefined ? {} : { cidrIpv4: range.cidr }),
      ...(range.ipv6Cidr === undefined ? {} : { cidrIpv6: range.ipv6Cidr }),
      ...(port === undefined ? { ipProtocol: "-1" } : { ipProtocol: "tcp", fromPort: port, toPort: port }),
      description,
    });
    address(rule, module, suffix, range.suffix);
  }
}
