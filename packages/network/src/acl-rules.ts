import type { NetworkConfig } from "./schema/network.js";
import type { Tier } from "./tiers.js";

/** AWS keeps protocols by number. https://www.iana.org/assignments/protocol-numbers */
const protocolNumbers = { icmp: "1", tcp: "6", udp: "17" } as const;
const icmpv6 = "58";

/** A rule of a network ACL, in Terraform's words. */
export interface AclRule {
  readonly ruleNo: number;
  readonly action: "allow" | "deny";
  readonly protocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly cidrBlock?: string;
  readonly ipv6CidrBlock?: string;
  readonly icmpType?: number;
  readonly icmpCode?: number;
}

/** A tier's rules, in both directions. */
export interface AclRules {
  readonly ingress: readonly AclRule[];
  readonly egress: readonly AclRule[];
}

/** The other side of a rule. */
type Side = Pick<AclRule, "cidrBlock" | "ipv6CidrBlock">;

/** What a tier's rules speak of. */
export interface Surroundings {
  /** The VPC's ranges, and those that the tier's own routes lead to: all traffic passes. */
  readonly trusted: readonly Side[];
  readonly ipv6: boolean;
}

/**
 * The rules of a tier's ACL: those of its kind, and one's own among them.
 * ACLs remember nothing: what goes out needs a rule that lets the answers in, on the ports that the asking side chose.
 * https://docs.aws.amazon.com/vpc/latest/userguide/nacl-ephemeral-ports.html
 */
export function aclRulesOf(tier: Tier, surroundings: Surroundings): AclRules {
  const standard = tier.acl.defaultRules ? rulesOfKind(tier, surroundings) : { ingress: [], egress: [] };
  return {
    ingress: inOrder([...standard.ingress, ...tier.acl.ingress.map(ownRule)]),
    egress: inOrder([...standard.egress, ...tier.acl.egress.map(ownRule)]),
  };
}

function rulesOfKind({ kind, gatewayEndpoints }: Tier, { trusted, ipv6 }: Surroundings): AclRules {
  const world: readonly Side[] = [{ cidrBlock: "0.0.0.0/0" }, ...(ipv6 ? [{ ipv6CidrBlock: "::/0" }] : [])];
  const within = trusted.map((side, index) => all(100 + index, side));
  switch (kind) {
    case "public":
      return {
        ingress: [...within, ...answers(world), ...web(world)],
        egress: [...within, ...world.map((side, index) => all(300 + index, side))],
      };
    case "private":
      return { ingress: [...within, ...answers(world)], egress: [...within, ...world.map((side, index) => all(300 + index, side))] };
    case "isolated":
      return gatewayEndpoints
        ? { ingress: [...within, ...endpointAnswers], egress: [...within, ...endpointRequests] }
        : { ingress: within, egress: within };
  }
}

/** Answers to what was asked of the internet, by TCP, UDP and ICMP; remote desktop's port, which lies among them, is closed. */
function answers(world: readonly Side[]): AclRule[] {
  return world.flatMap((side, index) => [
    ports(200 + index, "tcp", { from: 3389, to: 3389 }, { ...side, action: "deny" }),
    ports(202 + index, "udp", { from: 3389, to: 3389 }, { ...side, action: "deny" }),
    ports(210 + index, "tcp", ephemeral, side),
    ports(212 + index, "udp", ephemeral, side),
    // "packet too big" among them, without which large answers hang
    icmp(214 + index, side),
  ]);
}

/** What load balancers are asked for. */
function web(world: readonly Side[]): AclRule[] {
  return world.flatMap((side, index) => [
    ports(220 + index, "tcp", { from: 80, to: 80 }, side),
    ports(222 + index, "tcp", { from: 443, to: 443 }, side),
  ]);
}

const ephemeral = { from: 1024, to: 65535 };

// A gateway endpoint's addresses are public ones of the region, and an ACL takes no prefix list. An isolated tier has no other route
// out, so that nobody else can answer, or ask.
// https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
const endpointRequests = [ports(210, "tcp", { from: 443, to: 443 }, { cidrBlock: "0.0.0.0/0" })];
const endpointAnswers = [ports(210, "tcp", ephemeral, { cidrBlock: "0.0.0.0/0" })];

function all(ruleNo: number, side: Side): AclRule {
  return { ruleNo, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, ...side };
}

type PortRange = { readonly from: number; readonly to: number };

function ports(ruleNo: number, protocol: "tcp" | "udp", { from, to }: PortRange, rest: Side & { readonly action?: "deny" }): AclRule {
  return { ruleNo, action: "allow", protocol: protocolNumbers[protocol], fromPort: from, toPort: to, ...rest };
}

function icmp(ruleNo: number, side: Side): AclRule {
  const protocol = side.ipv6CidrBlock === undefined ? protocolNumbers.icmp : icmpv6;
  return { ruleNo, action: "allow", protocol, fromPort: 0, toPort: 0, icmpType: -1, icmpCode: -1, ...side };
}

function ownRule(rule: NetworkConfig["tiers"][string]["acl"]["ingress"][number]): AclRule {
  const { number: ruleNo, action, protocol, fromPort, toPort, cidr, ipv6Cidr } = rule;
  const side = { ...(cidr === undefined ? {} : { cidrBlock: cidr }), ...(ipv6Cidr === undefined ? {} : { ipv6CidrBlock: ipv6Cidr }) };
  if (protocol === "all") return { ...all(ruleNo, side), action };
  if (protocol === "icmp") return { ...icmp(ruleNo, side), action };
  return {
    ruleNo,
    action,
    protocol: protocolNumbers[protocol],
    fromPort: fromPort ?? 0,
    toPort: toPort ?? fromPort ?? 65535,
    ...side,
  };
}

function inOrder(rules: readonly AclRule[]): AclRule[] {
  return [...rules].sort((one, other) => one.ruleNo - other.ruleNo);
}
