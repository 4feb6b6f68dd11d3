import { Network } from "@groundplan/network";
import type { TerraformStack } from "cdktf";

/** For a trial: two AZs, one NAT instance for about 11 USD a month, nothing protected. */
export function trialNetwork(stack: TerraformStack): Network {
  return new Network(stack, "network", {
    name: "trial",
    accountId: "111111111111",
    region: "eu-west-1",
    cidr: "10.99.0.0/20",
    azs: ["a", "b"],
    nat: "instance",
    protect: false,
  });
}
