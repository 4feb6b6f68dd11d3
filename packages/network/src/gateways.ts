import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway/index.js";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { address } from "@groundplan/core";
import { type Blueprint, nameTag } from "./blueprint.js";

/** The way in and out of public tiers. */
export function makeInternetGateway({ module, config, tiers }: Blueprint, vpc: Vpc): InternetGateway | undefined {
  if (!tiers.some(({ kind }) => kind === "public")) return undefined;
  return address(new InternetGateway(module, "internet-gateway", { vpcId: vpc.id, tags: nameTag(config) }), module);
}

/** The way out of private tiers for IPv6, which has no NAT. */
export function makeEgressOnlyGateway({ module, config, tiers }: Blueprint, vpc: Vpc): EgressOnlyInternetGateway | undefined {
  if (!config.ipv6 || !tiers.some(({ kind }) => kind === "private")) return undefined;
  return address(new EgressOnlyInternetGateway(module, "egress-only-gateway", { vpcId: vpc.id, tags: nameTag(config) }), module);
}
