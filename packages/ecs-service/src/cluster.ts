import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { EcsCluster, type EcsClusterConfig } from "@cdktf/provider-aws/lib/ecs-cluster/index.js";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers/index.js";
import { ServiceDiscoveryHttpNamespace } from "@cdktf/provider-aws/lib/service-discovery-http-namespace/index.js";
import { address, awsName, type ClusterContract, checkProps, type EncryptionKey } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import { Construct } from "constructs";
import { capacityStrategy } from "./capacity-strategy.js";
import type { ClusterData } from "./props.generated.js";
import { type ClusterConfig, clusterSchema } from "./schema/cluster.js";

/** What a Cluster is made from: its data, and what it is wired to. */
export interface ClusterProps extends ClusterData {
  /** Encrypts what is typed in `aws ecs execute-command`, on the way and in its log. Default: a key of the cluster's own. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** What the props don't cover, in the resource's own words. */
  readonly overrides?: { readonly cluster?: Partial<EcsClusterConfig> } | undefined;
}

/**
 * A cluster for Fargate: Container Insights, a namespace for Service Connect, and an encrypted log of what is typed into containers.
 *
 * Cost: the cluster itself costs nothing. Container Insights costs about 0.07 USD a metric and GB of what it writes (`enhanced` has more
 * of them), a key of its own 1 USD a month.
 *
 * @example new Cluster(this, "cluster", { name: "shop-prod", accountId: "111111111111", region: "eu-west-1" })
 * @throws {PropsError} where the props do not fit the schema: all problems at once
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/clusters.html
 */
export class Cluster extends Construct implements ClusterContract {
  readonly clusterArn: string;
  readonly clusterName: string;
  readonly namespaceArn: string;
  readonly executeCommandLogGroupArn: string;
  readonly executeCommandKeyArn: string;
  readonly cluster: EcsCluster;
  readonly namespace: ServiceDiscoveryHttpNamespace;
  readonly executeCommandLogGroup: CloudwatchLogGroup;

  constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id);
    const { encryptionKey, overrides, ...data } = props;
    const config = checkProps(this, clusterSchema, data);

    const { keyArn } = encryptionKey ?? makeKey(this, config);
    this.namespace = makeNamespace(this, config);
    this.executeCommandLogGroup = makeLogGroup(this, config, keyArn);
    this.cluster = makeCluster(config, { module: this, keyArn, overrides });
    const providers = offerCapacity(this, config);

    // by way of the providers: ECS refuses a service that names one which the cluster does not have yet
    this.clusterName = providers.clusterName;
    this.clusterArn = `arn:aws:ecs:${config.region}:${config.accountId}:cluster/${providers.clusterName}`;
    this.namespaceArn = this.namespace.arn;
    this.executeCommandLogGroupArn = this.executeCommandLogGroup.arn;
    this.executeCommandKeyArn = keyArn;
  }
}

function makeKey(module: Construct, { name, accountId, region, protect }: ClusterConfig): KmsKey {
  return new KmsKey(module, "execute-command", { purpose: "logs", alias: `${name}-execute-command`, accountId, region, protect });
}

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts.html
function makeNamespace(module: Construct, { name, protect }: ClusterConfig): ServiceDiscoveryHttpNamespace {
  return address(
    new ServiceDiscoveryHttpNamespace(module, "namespace", {
      name,
      description: `services of ${name} find each other here`,
      lifecycle: { preventDestroy: protect },
    }),
    module,
  );
}

function makeLogGroup(module: Construct, config: ClusterConfig, keyArn: string): CloudwatchLogGroup {
  return address(
    new CloudwatchLogGroup(module, "execute-command-log", {
      name: awsName("aws_cloudwatch_log_group", `/ecs/${config.name}/execute-command`),
      retentionInDays: config.executeCommandLogRetentionDays,
      kmsKeyId: keyArn,
      lifecycle: { preventDestroy: config.protect },
    }),
    module,
    "execute_command",
  );
}

interface ClusterParts {
  readonly module: Cluster;
  readonly keyArn: string;
  readonly overrides: ClusterProps["overrides"];
}

function makeCluster(config: ClusterConfig, { module, keyArn, overrides }: ClusterParts): EcsCluster {
  return address(
    new EcsCluster(module, "cluster", {
      name: config.name,
      setting: [{ name: "containerInsights", value: config.containerInsights }],
      serviceConnectDefaults: { namespace: module.namespace.arn },
      // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
      configuration: {
        executeCommandConfiguration: {
          kmsKeyId: keyArn,
          logging: "OVERRIDE",
          logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: module.executeCommandLogGroup.name },
        },
      },
      lifecycle: { preventDestroy: config.protect },
      ...overrides?.cluster,
    }),
    module,
  );
}

function offerCapacity(module: Cluster, config: ClusterConfig): EcsClusterCapacityProviders {
  return address(
    new EcsClusterCapacityProviders(module, "capacity-providers", {
      clusterName: module.cluster.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategy: [...capacityStrategy(config.capacity)],
    }),
    module,
  );
}
