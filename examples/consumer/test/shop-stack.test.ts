import { synthesizeStack } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { ShopStack } from "../src/shop-stack.js";

const template = synthesizeStack((app) => new ShopStack(app, "shop"));

describe("the shop", () => {
  it("has one VPC of the shop's range, with DNS", () => {
    expect(template.resource("aws_vpc")).toMatchObject({ cidr_block: "10.20.0.0/16", enable_dns_hostnames: true });
  });

  it("has private subnets in two zones", () => {
    expect(template).toHaveResourceAt("aws_subnet.network_private_a", { availability_zone: "eu-west-1a" });
    expect(template).toHaveResourceAt("aws_subnet.network_private_b", { availability_zone: "eu-west-1b" });
    expect(template).not.toHaveResourceAt("aws_subnet.network_private_c");
  });

  it("runs the website in them, behind HTTPS, and goes back to what ran before where a deployment fails", () => {
    expect(template.resource("aws_ecs_service")).toMatchObject({
      network_configuration: {
        assign_public_ip: false,
        subnets: ["${aws_subnet.network_private_a.id}", "${aws_subnet.network_private_b.id}"],
      },
      deployment_circuit_breaker: { enable: true, rollback: true },
    });
    expect(template).toHaveResource("aws_lb_listener", { protocol: "HTTPS", port: 443 });
  });

  it("lets nobody do everything", () => {
    const actions = template.iamStatements().flatMap(({ statement }) => statement.Action ?? []);
    expect(actions).not.toEqual([]);
    expect(actions).not.toContain("*");
  });

  it("keeps its addresses", () => {
    expect(template).toHaveAddresses("shop-addresses.txt");
  });

  it("tells its id", () => {
    expect(template).toHaveOutput("vpc_id", "${aws_vpc.network.id}");
  });
});
