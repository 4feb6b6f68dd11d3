import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { dualStackNetwork } from "../examples/dual-stack.js";
import { network as existing } from "../examples/existing.js";
import { trialNetwork } from "../examples/nat-instance.js";
import { network } from "../examples/network.js";
import { encryptionKey, networkTemplate } from "./network-template.js";

describe("the examples", () => {
  it("begin with what a network is by default", () => {
    expect(synthesize(network).addresses).toEqual(networkTemplate().addresses);
  });

  it("show IPv6, tiers and a range of one's own, and an argument that no property covers", () => {
    const template = synthesize((stack) => dualStackNetwork(stack, encryptionKey));
    expect(template).toHaveResourceAt("aws_subnet.network_public_a", { cidr_block: "10.20.0.0/24" });
    expect(template).toHaveResourceAt("aws_subnet.network_pods_b", {
      cidr_block: "100.64.64.0/18",
      private_dns_hostname_type_on_launch: "resource-name",
    });
    expect(template).toHaveResourceAt("aws_route.network_pods_a_transit_gateway_192_168_0_0_16");
  });

  it("show the cheapest way out", () => {
    const template = synthesize(trialNetwork);
    expect(Object.keys(template.resources("aws_autoscaling_group"))).toEqual(["network_nat_a"]);
    expect(template.resources("aws_nat_gateway")).toEqual({});
  });

  it("show a network that stood before", () => {
    expect(existing.privateSubnetIds).toEqual(["subnet-0123456789abcdef2", "subnet-0123456789abcdef3"]);
  });
});
