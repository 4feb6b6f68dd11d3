import { synthesize } from "@groundplan/testing";
import { TerraformOutput, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { Network } from "../src/index.js";
import { encryptionKey, everything, networkTemplate } from "./network-template.js";

const routesOf = (template: ReturnType<typeof networkTemplate>, tier: string) =>
  Object.keys(template.resources("aws_route")).filter((name) => name.startsWith(`network_${tier}_`));

describe("a Network by default", () => {
  const template = networkTemplate();

  it("is a VPC with DNS, which a plan cannot destroy", () => {
    expect(template).toHaveResourceAt("aws_vpc.network", {
      cidr_block: "10.0.0.0/16",
      enable_dns_hostnames: true,
      enable_dns_support: true,
      lifecycle: { prevent_destroy: true },
      tags: { Name: "shop" },
    });
  });

  it("names AZs by region and letter, and gives no instance a public address", () => {
    expect(template).toHaveResourceAt("aws_subnet.network_private_b", {
      availability_zone: "eu-west-1b",
      cidr_block: "10.0.80.0/20",
      map_public_ip_on_launch: false,
      lifecycle: { prevent_destroy: true },
      tags: { Name: "shop-private-b" },
    });
  });

  it("leads public subnets to the internet, private ones to their AZ's NAT, isolated ones nowhere", () => {
    expect(template).toHaveResourceAt("aws_route.network_public_internet", {
      route_table_id: "${aws_route_table.network_public.id}",
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: "${aws_internet_gateway.network.id}",
    });
    for (const letter of ["a", "b", "c"]) {
      expect(template).toHaveResourceAt(`aws_route.network_private_${letter}_egress`, {
        route_table_id: `\${aws_route_table.network_private_${letter}.id}`,
        nat_gateway_id: `\${aws_nat_gateway.network_${letter}.id}`,
      });
      expect(template).toHaveResourceAt(`aws_route_table_association.network_private_${letter}`, {
        subnet_id: `\${aws_subnet.network_private_${letter}.id}`,
        route_table_id: `\${aws_route_table.network_private_${letter}.id}`,
      });
    }
    expect(routesOf(template, "isolated")).toEqual([]);
  });

  it("takes over the VPC's defaults, and empties them", () => {
    expect(template).toHaveResourceAt("aws_default_security_group.network_default", { vpc_id: "${aws_vpc.network.id}" });
    expect(template.resource("aws_default_security_group")).toMatchObject({ ingress: [], egress: [] });
    expect(template.resource("aws_default_route_table")).toMatchObject({ route: [] });
    expect(template.resource("aws_default_network_acl")).not.toHaveProperty("ingress");
  });

  it("has gateway endpoints for S3 and DynamoDB, in the tables of tiers that have another way out", () => {
    for (const service of ["s3", "dynamodb"])
      expect(template).toHaveResourceAt(`aws_vpc_endpoint.network_${service}`, {
        service_name: `com.amazonaws.eu-west-1.${service}`,
        vpc_endpoint_type: "Gateway",
        route_table_ids: [
          "${aws_route_table.network_public.id}",
          "${aws_route_table.network_private_a.id}",
          "${aws_route_table.network_private_b.id}",
          "${aws_route_table.network_private_c.id}",
        ],
      });
  });
});

describe("a Network", () => {
  it("is of no use to a plan's protection once that is off", () => {
    const { lifecycle } = networkTemplate({ protect: false }).resource("aws_vpc");
    expect(lifecycle).toEqual({ prevent_destroy: false });
  });

  it("gives IPv6 to every subnet, and a way out without NAT to private ones", () => {
    const template = networkTemplate({ ipv6: true, azs: ["a", "b"] });
    expect(template).toHaveResourceAt("aws_vpc.network", { assign_generated_ipv6_cidr_block: true });
    expect(template).toHaveResourceAt("aws_subnet.network_isolated_b", {
      ipv6_cidr_block: "${cidrsubnet(aws_vpc.network.ipv6_cidr_block, 8, 9)}",
      assign_ipv6_address_on_creation: true,
    });
    expect(template).toHaveResourceAt("aws_route.network_private_a_egress_ipv6", {
      destination_ipv6_cidr_block: "::/0",
      egress_only_gateway_id: "${aws_egress_only_internet_gateway.network.id}",
    });
    expect(template).toHaveResourceAt("aws_route.network_public_internet_ipv6", { gateway_id: "${aws_internet_gateway.network.id}" });
  });

  it("cuts a range that IPAM chooses in Terraform, as it would have cut a known one", () => {
    const template = networkTemplate({ cidr: undefined, ipam: { poolId: "ipam-pool-0a1b", netmaskLength: 16 } });
    expect(template).toHaveResourceAt("aws_vpc.network", { ipv4_ipam_pool_id: "ipam-pool-0a1b", ipv4_netmask_length: 16 });
    expect(template).toHaveResourceAt("aws_subnet.network_private_b", { cidr_block: "${cidrsubnet(aws_vpc.network.cidr_block, 4, 5)}" });
  });

  it("takes a range of one's own out of a pool", () => {
    const template = networkTemplate({ ipam: { poolId: "ipam-pool-0a1b" } });
    expect(template).toHaveResourceAt("aws_vpc.network", { ipv4_ipam_pool_id: "ipam-pool-0a1b", cidr_block: "10.0.0.0/16" });
  });

  it("puts subnets into a secondary range once that is there", () => {
    const template = networkTemplate(everything);
    expect(template).toHaveResourceAt("aws_subnet.network_pods_b", {
      cidr_block: "100.64.64.0/18",
      depends_on: ["aws_vpc_ipv4_cidr_block_association.network_100_64_0_0_16"],
    });
    expect(template.resource("aws_subnet", "network_private_a")).not.toHaveProperty("depends_on");
  });

  it("tags subnets as their tier says", () => {
    expect(networkTemplate(everything)).toHaveResourceAt("aws_subnet.network_public_a", {
      map_public_ip_on_launch: true,
      tags: { Name: "shop-public-a", "kubernetes.io/role/elb": "1" },
    });
  });

  it("leaves a standard tier out", () => {
    const template = networkTemplate({ withoutTiers: ["public"], nat: "none" });
    expect(template.addresses.filter((address) => address.includes("public"))).toEqual([]);
    expect(template.resources("aws_internet_gateway")).toEqual({});
  });

  it("sets DHCP options", () => {
    expect(networkTemplate({ dhcpOptions: { domainName: "shop.internal" } })).toHaveResource("aws_vpc_dhcp_options", {
      domain_name: "shop.internal",
      domain_name_servers: ["AmazonProvidedDNS"],
      ntp_servers: ["169.254.169.123"],
    });
  });

  it("is excluded from the account's block of public access as far as is said", () => {
    expect(networkTemplate({ blockPublicAccessExclusion: "egress" })).toHaveResource("aws_vpc_block_public_access_exclusion", {
      vpc_id: "${aws_vpc.network.id}",
      internet_gateway_exclusion_mode: "allow-egress",
    });
  });

  it("takes any argument of its resources", () => {
    const template = networkTemplate({
      overrides: {
        vpc: { instanceTenancy: "dedicated" },
        subnet: (tier, az) => (tier === "private" && az === "a" ? { enableDns64: true } : {}),
      },
    });
    expect(template).toHaveResourceAt("aws_vpc.network", { instance_tenancy: "dedicated" });
    expect(template).toHaveResourceAt("aws_subnet.network_private_a", { enable_dns64: true });
    expect(template).not.toHaveResourceAt("aws_subnet.network_private_b", { enable_dns64: true });
  });

  it("hands ids on, tier by tier, in the order of the letters", () => {
    const template = synthesize((stack) => {
      const { subnetIds, publicSubnetIds, routeTableIds, natPublicIps } = new Network(stack, "network", {
        name: "shop",
        accountId: "111111111111",
        region: "eu-west-1",
        cidr: "10.0.0.0/16",
        azs: ["b", "a"],
        nat: "single",
        tiers: { cache: { kind: "isolated", slot: 3 } },
      });
      new TerraformOutput(stack, "contract", { value: { subnetIds, publicSubnetIds, routeTableIds, natPublicIps }, staticId: true });
    });
    expect(template).toHaveOutput("contract", {
      subnetIds: {
        public: ["${aws_subnet.network_public_a.id}", "${aws_subnet.network_public_b.id}"],
        private: ["${aws_subnet.network_private_a.id}", "${aws_subnet.network_private_b.id}"],
        isolated: ["${aws_subnet.network_isolated_a.id}", "${aws_subnet.network_isolated_b.id}"],
        cache: ["${aws_subnet.network_cache_a.id}", "${aws_subnet.network_cache_b.id}"],
      },
      publicSubnetIds: ["${aws_subnet.network_public_a.id}", "${aws_subnet.network_public_b.id}"],
      routeTableIds: {
        public: ["${aws_route_table.network_public.id}"],
        private: ["${aws_route_table.network_private_a.id}", "${aws_route_table.network_private_b.id}"],
        isolated: ["${aws_route_table.network_isolated.id}"],
        cache: ["${aws_route_table.network_cache.id}"],
      },
      natPublicIps: ["${aws_nat_gateway.network_a.public_ip}"],
    });
  });

  it("refuses wrong props with its own path, all at once", () => {
    expect(() => networkTemplate({ cidr: "10.0.1.0/20", nat: 7 })).toThrow(
      [
        "test/network:",
        '"cidr" "10.0.1.0/20" does not begin where a /20 begins; did you mean 10.0.0.0/20?',
        '"nat" 7 is too big; give at most 6',
      ].join("\n  "),
    );
  });

  it("refuses a token where it must compute, and hands one on where it need not", () => {
    expect(() => networkTemplate({ cidr: Token.asString("${var.cidr}") })).toThrow("must be known at synth: the subnets are cut from it");
    expect(networkTemplate({ natAllocationIds: { a: Token.asString("${var.address}") } })).toHaveResourceAt("aws_nat_gateway.network_a", {
      allocation_id: "${var.address}",
    });
  });

  it("stands twice in a stack under two ids", () => {
    const template = synthesize((stack) => {
      for (const id of ["one", "two"])
        new Network(stack, id, { name: id, accountId: "111111111111", region: "eu-west-1", cidr: "10.0.0.0/16", encryptionKey });
    });
    expect(template.addresses).toEqual(expect.arrayContaining(["aws_vpc.one", "aws_vpc.two", "aws_subnet.two_private_a"]));
  });
});

describe("a network that somebody else made", () => {
  it("serves where a Network does", () => {
    expect(Network.fromExisting({ vpcId: "vpc-0a", vpcCidr: "10.0.0.0/16", subnetIds: { private: ["subnet-0a", "subnet-0b"] } })).toEqual({
      vpcId: "vpc-0a",
      vpcCidr: "10.0.0.0/16",
      subnetIds: { private: ["subnet-0a", "subnet-0b"] },
      routeTableIds: {},
      natPublicIps: [],
      publicSubnetIds: [],
      privateSubnetIds: ["subnet-0a", "subnet-0b"],
      isolatedSubnetIds: [],
    });
  });

  it("is refused by every id that is none", () => {
    expect(() => Network.fromExisting({ vpcId: "subnet-0a", vpcCidr: "10.0.0.0/16", subnetIds: { private: ["b"] } })).toThrow(
      [
        "an existing network:",
        '"vpcId" "subnet-0a" is no id; give one such as "vpc-0123456789abcdef0"',
        '"subnetIds.private" "b" is no id; give one such as "subnet-0123456789abcdef0"',
      ].join("\n  "),
    );
  });
});
