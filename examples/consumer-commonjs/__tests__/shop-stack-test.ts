import { synthesizeStack } from "@groundplan/testing";
import { ShopStack } from "../shop-stack";

const template = synthesizeStack((app) => new ShopStack(app, "shop"));

describe("the shop's network", () => {
  it("is one VPC of the shop's range, with DNS", () => {
    expect(template.resource("aws_vpc")).toMatchObject({ cidr_block: "10.20.0.0/16", enable_dns_hostnames: true });
  });

  it("has private subnets in two zones", () => {
    expect(template).toHaveResource("aws_subnet", { availability_zone: "eu-west-1b" });
    expect(template).toHaveResourceAt("aws_subnet.network_private_a", { availability_zone: "eu-west-1a" });
    expect(template).not.toHaveResourceAt("aws_subnet.network_private_c");
  });

  it("refuses a range that does not fit, with the place and the fix", () => {
    const make = () => synthesizeStack((app) => new ShopStack(app, "shop", { cidr: "10.20.1.0/16" }));
    expect(make).toThrow(/"cidr" "10\.20\.1\.0\/16".*10\.20\.0\.0\/16/);
  });
});
