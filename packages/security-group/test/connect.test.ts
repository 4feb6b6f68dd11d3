import { synthesize } from "@groundplan/testing";
import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { clientOfDatabase } from "../examples/security-group.js";
import { allowHttpsOut, connect, makeSecurityGroup } from "../src/index.js";

const client = { securityGroupId: "sg-client" };
const server = { securityGroupId: "sg-server" };

describe("a connection", () => {
  const template = synthesize((stack) => {
    const module = new Construct(stack, "report");
    connect(module, { name: "database", from: client, to: server, port: 5432, description: "PostgreSQL" });
  });

  it("lets the client out to the server, and nowhere else", () => {
    expect(template.resource("aws_vpc_security_group_egress_rule", "report_database")).toEqual({
      security_group_id: "sg-client",
      referenced_security_group_id: "sg-server",
      from_port: 5432,
      to_port: 5432,
      ip_protocol: "tcp",
      description: "PostgreSQL",
    });
  });

  it("lets the client, and nobody else, into the server", () => {
    expect(template.resource("aws_vpc_security_group_ingress_rule", "report_database")).toMatchObject({
      security_group_id: "sg-server",
      referenced_security_group_id: "sg-client",
      from_port: 5432,
      to_port: 5432,
    });
  });
});

describe("a group", () => {
  it("has no rule of its own, and can be replaced while it is in use", () => {
    const group = synthesize((stack) => {
      makeSecurityGroup(stack, { name: "shop-api", description: "The API", vpc: { vpcId: "vpc-1" }, suffix: "api" });
    }).resource("aws_security_group", "api");
    expect(group).toEqual({
      name_prefix: "shop-api-",
      description: "The API",
      vpc_id: "vpc-1",
      tags: { Name: "shop-api" },
      lifecycle: { create_before_destroy: true },
    });
  });

  it("reaches HTTPS by both protocols, and no other port", () => {
    const rules = synthesize((stack) => {
      allowHttpsOut(new Construct(stack, "api"), client);
    }).resources("aws_vpc_security_group_egress_rule");
    expect(Object.keys(rules)).toEqual(["api_https_ipv4", "api_https_ipv6"]);
    expect(rules["api_https_ipv4"]).toMatchObject({ cidr_ipv4: "0.0.0.0/0", from_port: 443, to_port: 443 });
    expect(rules["api_https_ipv6"]).toMatchObject({ cidr_ipv6: "::/0", from_port: 443, to_port: 443 });
  });
});

it("the example joins two groups", () => {
  expect(Object.keys(synthesize(clientOfDatabase).resources("aws_vpc_security_group_ingress_rule"))).toEqual(["database"]);
});
