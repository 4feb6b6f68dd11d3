import { DefaultNetworkAcl } from "@cdktf/provider-aws/lib/default-network-acl/index.js";
import { DefaultRouteTable } from "@cdktf/provider-aws/lib/default-route-table/index.js";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group/index.js";
import { DefaultVpc } from "@cdktf/provider-aws/lib/default-vpc/index.js";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log/index.js";
import { address, type LogBucket } from "@groundplan/core";
import type { Construct } from "constructs";
import type { RegionBlueprint } from "../blueprint.js";

/**
 * Takes over the VPC that AWS puts into each region, and empties what it is born with: nothing in it reaches, or is reached.
 * Terraform leaves it standing on a destroy.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html
 */
export function closeDefaultVpc(blueprint: RegionBlueprint, logs: LogBucket): DefaultVpc | undefined {
  const { module, config, overrides } = blueprint;
  if (config.defaults.defaultVpc === "untouched") return undefined;
  const tags = { Name: "default-unused" };
  const vpc = address(new DefaultVpc(module, "default-vpc", { tags, ...overrides.defaultVpc }), module, "default");
  address(new DefaultSecurityGroup(module, "default-security-group", { vpcId: vpc.id, ingress: [], egress: [], tags }), module, "default");
  const defaultRouteTableId = vpc.defaultRouteTableId;
  address(new DefaultRouteTable(module, "default-route-table", { defaultRouteTableId, route: [], tags }), module, "default");
  const defaultNetworkAclId = vpc.defaultNetworkAclId;
  // its subnets are AWS's to place
  const lifecycle = { ignoreChanges: ["subnet_ids"] };
  address(new DefaultNetworkAcl(module, "default-network-acl", { defaultNetworkAclId, tags, lifecycle }), module, "default");
  logFlows(module, vpc, logs);
  return vpc;
}

function logFlows(module: Construct, vpc: DefaultVpc, logs: LogBucket): void {
  const flowLog = new FlowLog(module, "default-flow-log", {
    vpcId: vpc.id,
    trafficType: "ALL",
    logDestinationType: "s3",
    logDestination: logs.bucketArn,
    tags: { Name: "default-unused" },
  });
  address(flowLog, module, "default");
}
