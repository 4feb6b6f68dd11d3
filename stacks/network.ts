import type { KeysContract, NetworkContract } from "@groundplan/core";
import { Network } from "@groundplan/network";
import type { Environment, Estate } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";
import { archiveOf } from "./log-archive.js";

/** What a network stack is made from. */
interface NetworkStack {
  readonly estate: Estate;
  readonly environment: Environment;
  readonly keys: Pick<KeysContract, "logs">;
}

/** The environment's VPC; its flow logs go to the estate's archive, or are encrypted by the environment's key for logs. */
export function networkStack(stack: EstateStack<NetworkContract>, { estate, environment, keys }: NetworkStack): void {
  const logArchive = archiveOf(estate, environment.account);
  const network = new Network(stack, "network", {
    ...required(environment),
    ...(logArchive === undefined ? {} : { logArchive, flowLogs: flowLogsOf(estate, environment) }),
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

/** Those that went to CloudWatch before there was an archive may be kept there. */
function flowLogsOf({ keepFormerLogs }: Estate, environment: Environment): NonNullable<Environment["network"]>["flowLogs"] {
  const { flowLogs } = required(environment);
  const toArchive = flowLogs.destination === undefined || flowLogs.destination === "archive";
  return { ...flowLogs, keepLogGroup: flowLogs.keepLogGroup || (toArchive && keepFormerLogs) };
}

function required({ name, network }: Environment): NonNullable<Environment["network"]> {
  if (network === undefined) throw new Error(`"${name}" has no network, and a stack of it is made`);
  return network;
}
