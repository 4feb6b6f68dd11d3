/** An ECS cluster that tasks run in. */
export interface Cluster {
  readonly clusterArn: string;
  readonly clusterName: string;
}

/** What a cluster stack publishes. */
export interface ClusterContract extends Cluster {
  /** The Cloud Map namespace in which services find each other by Service Connect. */
  readonly namespaceArn: string;
  /** Takes what is typed in `aws ecs execute-command`. */
  readonly executeCommandLogGroupArn: string;
  readonly executeCommandKeyArn: string;
}
