import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region/index.js";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { TerraformOutput } from "cdktf";
import { describe, expect, it } from "vitest";
import { synthesize } from "../src/index.js";

const template = synthesize((stack) => {
  new Vpc(stack, "main", { cidrBlock: "10.0.0.0/16", tags: { Name: "main", Tier: "all" } });
  new Vpc(stack, "spare", { cidrBlock: "10.1.0.0/16" });
  new DataAwsRegion(stack, "here", { name: "eu-west-1" });
  new TerraformOutput(stack, "size", { value: 16, staticId: true });
});

describe("toHaveResource", () => {
  it("passes where one of the type has the given properties, and maybe more", () => {
    expect(template).toHaveResource("aws_vpc");
    expect(template).toHaveResource("aws_vpc", { cidr_block: "10.1.0.0/16" });
    expect(template).toHaveResource(Vpc, { tags: { Name: "main" } });
    expect(template).toHaveResource("aws_vpc", { cidr_block: expect.stringMatching(/^10\.1\./) });
  });

  it("fails where the properties are spread over two", () => {
    expect(template).not.toHaveResource("aws_vpc", { cidr_block: "10.1.0.0/16", tags: { Name: "main" } });
  });

  it("shows how each differs", () => {
    expect(() => expect(template).toHaveResource("aws_vpc", { cidr_block: "10.9.0.0/16" })).toThrow(
      /expected resource "aws_vpc" with the given properties; "main" differs:[\s\S]*10\.9\.0\.0\/16[\s\S]*10\.0\.0\.0\/16[\s\S]*"spare" differs/,
    );
  });

  it("names what there is where there is none of the type", () => {
    expect(() => expect(template).toHaveResource(Subnet)).toThrow(
      'expected resource "aws_subnet"; there is aws_vpc.main, aws_vpc.spare, data.aws_region.here',
    );
  });

  it("says which one fits where none should", () => {
    expect(() => expect(template).not.toHaveResource("aws_vpc", { cidr_block: "10.1.0.0/16" })).toThrow('but "spare" is one');
  });

  it("wants a template", () => {
    expect(() => expect({}).toHaveResource("aws_vpc")).toThrow("expected a template; give what synthesize() returns");
  });
});

describe("the other matchers", () => {
  it("look at one address", () => {
    expect(template).toHaveResourceAt("aws_vpc.main", { cidr_block: "10.0.0.0/16" });
    expect(template).toHaveResourceAt("data.aws_region.here", { name: "eu-west-1" });
    expect(template).not.toHaveResourceAt("aws_vpc.spare", { cidr_block: "10.0.0.0/16" });
    expect(template).not.toHaveResourceAt("aws_vpc.other");
  });

  it("look at data sources, outputs and providers", () => {
    expect(template).toHaveDataSource(DataAwsRegion, { name: "eu-west-1" });
    expect(template).not.toHaveDataSource("aws_vpc");
    expect(template).toHaveOutput("size");
    expect(template).toHaveOutput("size", 16);
    expect(template).not.toHaveOutput("size", 17);
    expect(template).not.toHaveOutput("length");
    expect(template).toHaveProvider("aws", { region: "eu-west-1" });
    expect(template).not.toHaveProvider("aws", { alias: "edge" });
  });
});
