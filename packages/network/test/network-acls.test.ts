import { describe, expect, it } from "vitest";
import type { NetworkProps } from "../src/index.js";
import { networkTemplate } from "./network-template.js";

interface Rule {
  readonly rule_no: number;
  readonly action: string;
  readonly protocol: string;
  readonly from_port: number;
  readonly to_port: number;
  readonly cidr_block?: string | null;
  readonly ipv6_cidr_block?: string | null;
}

const names: Readonly<Record<string, string>> = { "-1": "all", "1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6" };

/** A tier's rules as a person reads them, in the order in which AWS tries them. */
function rules(direction: "ingress" | "egress", tier: string, props: Partial<NetworkProps> = {}): string[] {
  const acl = networkTemplate(props).resource("aws_network_acl", `network_${tier}`);
  return (acl[direction] as Rule[]).map(({ rule_no, action, protocol, from_port, to_port, cidr_block, ipv6_cidr_block }) => {
    const ports = from_port === 0 && to_port === 0 ? "" : ` ${from_port}-${to_port}`;
    return `${rule_no} ${action} ${names[protocol]}${ports} ${cidr_block || ipv6_cidr_block}`;
  });
}

const vpc = "${aws_vpc.network.cidr_block}";

describe("the ACL of", () => {
  it("each tier holds its subnets in all AZs", () => {
    expect(networkTemplate({ azs: ["a", "b"] })).toHaveResourceAt("aws_network_acl.network_isolated", {
      subnet_ids: ["${aws_subnet.network_isolated_a.id}", "${aws_subnet.network_isolated_b.id}"],
    });
  });

  it("a public tier lets in the web, answers, and the VPC; remote desktop and SSH stay out", () => {
    expect(rules("ingress", "public")).toEqual([
      `100 allow all ${vpc}`,
      "200 deny tcp 3389-3389 0.0.0.0/0",
      "202 deny udp 3389-3389 0.0.0.0/0",
      "210 allow tcp 1024-65535 0.0.0.0/0",
      "212 allow udp 1024-65535 0.0.0.0/0",
      "214 allow icmp 0.0.0.0/0",
      "220 allow tcp 80-80 0.0.0.0/0",
      "222 allow tcp 443-443 0.0.0.0/0",
    ]);
    expect(rules("egress", "public")).toEqual([`100 allow all ${vpc}`, "300 allow all 0.0.0.0/0"]);
  });

  it("a private tier lets in answers and the VPC", () => {
    expect(rules("ingress", "private")).toEqual([
      `100 allow all ${vpc}`,
      "200 deny tcp 3389-3389 0.0.0.0/0",
      "202 deny udp 3389-3389 0.0.0.0/0",
      "210 allow tcp 1024-65535 0.0.0.0/0",
      "212 allow udp 1024-65535 0.0.0.0/0",
      "214 allow icmp 0.0.0.0/0",
    ]);
  });

  it("an isolated tier knows the VPC alone", () => {
    expect(rules("ingress", "isolated")).toEqual([`100 allow all ${vpc}`]);
    expect(rules("egress", "isolated")).toEqual([`100 allow all ${vpc}`]);
  });

  it("an isolated tier lets gateway endpoints answer where it is to reach them, and only then has their routes", () => {
    const props = { tiers: { isolated: { gatewayEndpoints: true } } };
    expect(rules("ingress", "isolated", props)).toEqual([`100 allow all ${vpc}`, "210 allow tcp 1024-65535 0.0.0.0/0"]);
    expect(rules("egress", "isolated", props)).toEqual([`100 allow all ${vpc}`, "210 allow tcp 443-443 0.0.0.0/0"]);
    const routeTables = (template: ReturnType<typeof networkTemplate>) =>
      template.resource("aws_vpc_endpoint", "network_s3")["route_table_ids"];
    expect(routeTables(networkTemplate(props))).toContain("${aws_route_table.network_isolated.id}");
    expect(routeTables(networkTemplate())).not.toContain("${aws_route_table.network_isolated.id}");
  });

  it("a tier knows every range of the VPC, and those that its own routes lead to", () => {
    const props: Partial<NetworkProps> = {
      secondaryCidrs: ["100.64.0.0/16"],
      ipv6: true,
      peering: { tools: { peerVpcId: "vpc-0a1b", peerCidrs: ["10.9.0.0/16"], tiers: ["isolated"] } },
      transitGateway: { id: "tgw-0a1b", cidrs: ["172.31.0.0/16"], tiers: ["isolated", "private"] },
      routes: { office: { tiers: ["isolated"], cidr: "192.168.0.0/16", transitGatewayId: "tgw-0a1b" } },
    };
    expect(rules("ingress", "isolated", props)).toEqual([
      `100 allow all ${vpc}`,
      "101 allow all 100.64.0.0/16",
      "102 allow all ${aws_vpc.network.ipv6_cidr_block}",
      "103 allow all 192.168.0.0/16",
      "104 allow all 10.9.0.0/16",
      "105 allow all 172.31.0.0/16",
    ]);
    expect(rules("ingress", "private", props)).toContain("103 allow all 172.31.0.0/16");
    expect(rules("ingress", "public", props).filter((rule) => rule.startsWith("10"))).toHaveLength(3);
  });

  it("a tier does not trust the world for a default route of one's own", () => {
    const props: Partial<NetworkProps> = { nat: "none", transitGateway: { id: "tgw-0a1b", cidrs: ["0.0.0.0/0"] } };
    expect(rules("ingress", "private", props).filter((rule) => rule.includes("allow all"))).toEqual([`100 allow all ${vpc}`]);
  });

  it("a tier under IPv6 has each rule for it too", () => {
    expect(rules("ingress", "private", { ipv6: true })).toEqual(
      expect.arrayContaining(["201 deny tcp 3389-3389 ::/0", "211 allow tcp 1024-65535 ::/0", "215 allow icmpv6 ::/0"]),
    );
  });

  it("a tier has one's own rules among the default ones, or alone", () => {
    const ingress = [
      { number: 2000, protocol: "udp", fromPort: 53, cidr: "10.9.0.0/16" },
      { number: 10, action: "deny", protocol: "all", cidr: "10.0.128.0/20" },
      { number: 20, protocol: "icmp", ipv6Cidr: "2001:db8::/32" },
      { number: 30, cidr: "10.9.0.0/16" },
    ] as const;
    expect(rules("ingress", "isolated", { tiers: { isolated: { acl: { ingress } } } })).toEqual([
      "10 deny all 10.0.128.0/20",
      "20 allow icmpv6 2001:db8::/32",
      "30 allow tcp 0-65535 10.9.0.0/16",
      `100 allow all ${vpc}`,
      "2000 allow udp 53-53 10.9.0.0/16",
    ]);
    expect(rules("ingress", "isolated", { tiers: { isolated: { acl: { defaultRules: false, ingress: [ingress[1]] } } } })).toEqual([
      "10 deny all 10.0.128.0/20",
    ]);
  });
});
