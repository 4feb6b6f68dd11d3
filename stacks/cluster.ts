import type { ClusterContract, KeysContract } from "@groundplan/core";
import { Cluster } from "@groundplan/ecs-service";
import type { Environment, Estate } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";

/** What a cluster stack is made from. */
interface ClusterStack {
  readonly estate: Pick<Estate, "project">;
  readonly environment: Environment;
  readonly keys: Pick<KeysContract, "logs">;
}

/** The cluster that the environment's services run in. */
export function clusterStack(stack: EstateStack<ClusterContract>, { estate, environment, keys }: ClusterStack): void {
  const cluster = new Cluster(stack, "cluster", {
    ...environment.cluster,
    name: `${estate.project}-${environment.name}`,
    accountId: environment.account.id,
    region: environment.region,
    encryptionKey: keys.logs,
  });

  const { clusterArn, clusterName, namespaceArn, executeCommandLogGroupArn, executeCommandKeyArn } = cluster;
  stack.publish({ clusterArn, clusterName, namespaceArn, executeCommandLogGroupArn, executeCommandKeyArn });
}
