import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic/index.js";
import { synthesize } from "@groundplan/testing";
import { Aspects } from "cdktf";
import { Construct } from "constructs";
import { expect, test } from "vitest";
import { address, UseProvider } from "../src/index.js";

test("everything beneath a construct gets the provider, what has one keeps it, and nothing beside it does", () => {
  const template = synthesize((stack) => {
    const edge = new AwsProvider(stack, "edge", { alias: "edge", region: "us-east-1" });
    const other = new AwsProvider(stack, "other", { alias: "other", region: "us-west-2" });
    const module = new Construct(stack, "alerts");
    address(new SnsTopic(module, "topic", {}), module, "beneath");
    address(new SnsTopic(module, "own", { provider: other }), module, "own");
    address(new SnsTopic(stack, "beside", {}), stack, "beside");
    Aspects.of(module).add(new UseProvider(edge));
  });
  expect(template.resource("aws_sns_topic", "alerts_beneath")["provider"]).toBe("aws.edge");
  expect(template.resource("aws_sns_topic", "alerts_own")["provider"]).toBe("aws.other");
  expect(template.resource("aws_sns_topic", "beside")["provider"]).not.toBe("aws.edge");
});
