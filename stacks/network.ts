import type { KeysContract, NetworkContract } from "@groundplan/core";
import { Network } from "@groundplan/network";
import type { Environment, Estate } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";

/** What a network stack is made from. */
interface NetworkStack {
  readonly estate: Pick<Estate, "project">;
  readonly environment: Environment;
  readonly keys: Pick<KeysContract, "logs">;
}

/** The environment's VPC; its flow logs are encrypted by the environment's key for logs. */
export function networkStack(stack: EstateStack<NetworkContract>, { estate, environment, keys }: NetworkStack): void {
  const network = new Network(stack, "network", {
    ...environment.network,
    name: `${estate.project}-${environment.name}`,
    accountId: environment.account.id,
    region: environment.region,
    encryptionKey: keys.logs,
  });

  stack.publish({
    vpcId: network.vpcId,
    vpcCidr: network.vpcCidr,
    publicSubnetIds: network.publicSubnetIds,
    privateSubnetIds: network.privateSubnetIds,
    isolatedSubnetIds: network.isolatedSubnetIds,
    subnetIds: network.subnetIds,
    routeTableIds: network.routeTableIds,
    natPublicIps: network.natPublicIps,
  });
}
