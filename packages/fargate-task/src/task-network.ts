import type { Cluster, PrivateSubnets } from "@groundplan/core";

/** Where a task runs: its cluster, and private subnets in which it has no public address. */
export interface TaskPlace {
  readonly cluster: Cluster;
  readonly network: PrivateSubnets;
  /** Who it may reach, and who may reach it. */
  readonly securityGroupIds: readonly string[];
}
