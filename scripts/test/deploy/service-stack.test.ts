import { describe, expect, it } from "vitest";
import type { StackFacts } from "../../../stacks/facts.js";
import type { SynthesizedStack } from "../../../stacks/read-stacks.js";
import { findService, serviceParameterIn } from "../../deploy/service-stack.js";

const jsonOf = (value: unknown) => JSON.stringify({ output: { contract: { value } } });

function stack(stack: string, contract: object, entry?: string): SynthesizedStack {
  const [of = "", layer = ""] = stack.split("-");
  const state = { bucket: "b", key: "k", region: "eu-west-1", lockTable: "t" };
  const facts: StackFacts = {
    ...{ stack, of, layer, account: "small", accountId: "111111111111", accountKind: "workload", emulatorOnly: false, region: "eu-west-1" },
    ...{ production: false, upstream: [], upstreamKeys: {}, acknowledged: [], notices: [], state },
    ...(entry === undefined ? {} : { entry }),
  };
  return { facts, folder: "", json: () => jsonOf(contract) };
}

const app = [
  stack("dev-network", { vpcId: "${aws_vpc.network.id}" }),
  stack("dev-service-api", { serviceName: "shop-dev-api", parameterName: "/shop/dev/service/api" }, "api"),
  stack("dev-service-worker", { serviceName: "shop-dev-worker", parameterName: "/shop/dev/service/worker" }, "worker"),
  stack("dev-site-docs", { distributionId: "${aws_cloudfront_distribution.docs.id}", parameterName: "/shop/dev/site/docs" }, "docs"),
  stack("stage-network", {}),
];

describe("a service", () => {
  it("is found by its name in the environment's file, with the parameter that its stack's contract names", () => {
    expect(findService(app, "dev", "api")).toMatchObject({ name: "api", parameterName: "/shop/dev/service/api" });
  });

  it("that is not there is told with the nearest name", () => {
    expect(() => findService(app, "dev", "apo")).toThrow('"dev" has no service "apo"; did you mean "api"?');
    expect(() => findService(app, "dev", "network")).toThrow("known are api, worker");
    expect(() => findService(app, "stage", "api")).toThrow('"stage" has no service "api"; it has none; add one under "services"');
    expect(() => findService(app, "def", "api")).toThrow('there is no environment "def"; did you mean "dev"?');
  });

  it("has to name its parameter in plain text: a deployment reads no state", () => {
    expect(serviceParameterIn(jsonOf({ vpcId: "vpc-1" }))).toBeUndefined();
    expect(serviceParameterIn(jsonOf({ distributionId: "E1", parameterName: "/shop/dev/site/docs" }))).toBeUndefined();
    expect(serviceParameterIn("{}")).toBeUndefined();
    expect(() => serviceParameterIn(jsonOf({ serviceName: "x", parameterName: "${aws_ssm_parameter.x.name}" }))).toThrow("in plain text");
  });
});
