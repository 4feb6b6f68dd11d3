import { Network } from "@groundplan/network";
import type { TerraformStack } from "cdktf";

/** A network in three AZs: public, private and isolated subnets, a NAT gateway an AZ, encrypted flow logs. */
export function network(stack: TerraformStack): Network {
  return new Network(stack, "network", {
    name: "shop-prod",
    accountId: "111111111111",
    region: "eu-west-1",
    cidr: "10.20.0.0/16",
    azs: ["a", "b", "c"],
  });
}
