import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import type { KeysContract, NetworkContract } from "@groundplan/core";
import type { Environment } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";

export function networkStack(stack: EstateStack<NetworkContract>, environment: Environment, project: string, keys: KeysContract): void {
  const vpc = new Vpc(stack, "network", { cidrBlock: environment.network?.cidr ?? "", tags: { Key: keys.logs.keyArn, Name: project } });
  stack.publish({
    vpcId: vpc.id,
    vpcCidr: vpc.cidrBlock,
    publicSubnetIds: [],
    privateSubnetIds: [],
    isolatedSubnetIds: [],
    subnetIds: {},
    routeTableIds: {},
    natPublicIps: [],
  });
}
