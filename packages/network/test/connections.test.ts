import { describe, expect, it } from "vitest";
import { everything, networkTemplate } from "./network-template.js";

describe("interface endpoints", () => {
  const template = networkTemplate({
    interfaceEndpoints: { "ecr.api": {}, s3: { privateDns: false, policy: "{}" } },
    secondaryCidrs: ["100.64.0.0/16"],
  });

  it("stand in each AZ's private subnet, behind one security group", () => {
    expect(template).toHaveResourceAt("aws_vpc_endpoint.network_interface_ecr_api", {
      service_name: "com.amazonaws.eu-west-1.ecr.api",
      vpc_endpoint_type: "Interface",
      private_dns_enabled: true,
      subnet_ids: ["a", "b", "c"].map((letter) => `\${aws_subnet.network_private_${letter}.id}`),
      security_group_ids: ["${aws_security_group.network_endpoints.id}"],
    });
    expect(template).toHaveResourceAt("aws_vpc_endpoint.network_interface_s3", { private_dns_enabled: false, policy: "{}" });
  });

  it("are asked by HTTPS from the VPC's ranges, and ask nobody", () => {
    const rule = { from_port: 443, to_port: 443, ip_protocol: "tcp" };
    expect(template).toHaveResourceAt("aws_vpc_security_group_ingress_rule.network_endpoints_vpc", {
      ...rule,
      cidr_ipv4: "${aws_vpc.network.cidr_block}",
    });
    expect(template).toHaveResourceAt("aws_vpc_security_group_ingress_rule.network_endpoints_100_64_0_0_16", {
      ...rule,
      cidr_ipv4: "100.64.0.0/16",
    });
    expect(template.resources("aws_vpc_security_group_egress_rule")).toEqual({});
  });

  it("stand in the tier that is named", () => {
    const { subnet_ids: subnetIds } = networkTemplate({ interfaceEndpoints: { logs: {} }, endpointTier: "isolated", azs: ["a"] }).resource(
      "aws_vpc_endpoint",
      "network_interface_logs",
    );
    expect(subnetIds).toEqual(["${aws_subnet.network_isolated_a.id}"]);
  });

  it("cost nothing where none is asked for", () => {
    expect(networkTemplate().resources("aws_security_group")).toEqual({});
    expect(networkTemplate({ gatewayEndpoints: [] }).resources("aws_vpc_endpoint")).toEqual({});
  });
});

describe("routes of one's own", () => {
  it.each([
    [
      { cidr: "192.168.0.0/16", transitGatewayId: "tgw-0a" },
      { destination_cidr_block: "192.168.0.0/16", transit_gateway_id: "tgw-0a" },
    ],
    [
      { ipv6Cidr: "2001:db8::/32", peeringConnectionId: "pcx-0a" },
      { destination_ipv6_cidr_block: "2001:db8::/32", vpc_peering_connection_id: "pcx-0a" },
    ],
    [
      { prefixListId: "pl-0a", networkInterfaceId: "eni-0a" },
      { destination_prefix_list_id: "pl-0a", network_interface_id: "eni-0a" },
    ],
    [{ cidr: "192.168.0.0/16", vpcEndpointId: "vpce-0a" }, { vpc_endpoint_id: "vpce-0a" }],
    [{ cidr: "192.168.0.0/16", virtualPrivateGatewayId: "vgw-0a" }, { gateway_id: "vgw-0a" }],
  ])("lead %j", (route, properties) => {
    const template = networkTemplate({ routes: { office: { ...route, tiers: ["private", "isolated"] } }, azs: ["a"] });
    expect(template).toHaveResourceAt("aws_route.network_private_a_office", properties);
    expect(template).toHaveResourceAt("aws_route.network_isolated_office", properties);
  });
});

describe("a peering connection", () => {
  it("accepts itself within the account, and its tiers have routes to the other side", () => {
    const template = networkTemplate(everything);
    expect(template).toHaveResourceAt("aws_vpc_peering_connection.network_tools", { peer_vpc_id: "vpc-0a1b", auto_accept: true });
    expect(template).toHaveResourceAt("aws_route.network_isolated_tools_10_9_0_0_16", {
      vpc_peering_connection_id: "${aws_vpc_peering_connection.network_tools.id}",
    });
    expect(template.at("aws_route.network_public_tools_10_9_0_0_16")).toBeUndefined();
  });

  it("waits for the other side in another account or region", () => {
    const template = networkTemplate({
      peering: { tools: { peerVpcId: "vpc-0a1b", peerAccountId: "222222222222", peerRegion: "eu-central-1" } },
    });
    expect(template).toHaveResource("aws_vpc_peering_connection", {
      peer_owner_id: "222222222222",
      peer_region: "eu-central-1",
      auto_accept: false,
    });
  });
});

describe("a transit gateway", () => {
  it("is attached in each AZ, and routes wait for the attachment", () => {
    const template = networkTemplate({ transitGateway: { id: "tgw-0a1b", cidrs: ["172.31.0.0/16"] }, azs: ["a", "b"] });
    expect(template).toHaveResource("aws_ec2_transit_gateway_vpc_attachment", {
      transit_gateway_id: "tgw-0a1b",
      subnet_ids: ["${aws_subnet.network_private_a.id}", "${aws_subnet.network_private_b.id}"],
      appliance_mode_support: "disable",
      transit_gateway_default_route_table_association: true,
    });
    expect(template).toHaveResourceAt("aws_route.network_private_b_transit_gateway_172_31_0_0_16", {
      transit_gateway_id: "tgw-0a1b",
      depends_on: ["aws_ec2_transit_gateway_vpc_attachment.network"],
    });
  });

  it("keeps flows in one AZ for appliances, and out of the default table, where that is asked", () => {
    const template = networkTemplate({
      transitGateway: { id: "tgw-0a1b", tier: "isolated", applianceMode: true, defaultRouteTable: false },
    });
    expect(template).toHaveResource("aws_ec2_transit_gateway_vpc_attachment", {
      appliance_mode_support: "enable",
      transit_gateway_default_route_table_association: false,
      transit_gateway_default_route_table_propagation: false,
    });
  });
});
