import type {
  AlertsContract,
  ClusterContract,
  DatabaseContract,
  DnsContract,
  KeysContract,
  LoadBalancerContract,
  NetworkContract,
  RepositoriesContract,
  ServiceContract,
  SiteContract,
} from "@groundplan/core";
import type { Shape } from "./contract-shape.js";

/** What each layer of an environment publishes. */
export interface Contracts {
  readonly keys: KeysContract;
  readonly alerts: AlertsContract;
  readonly network: NetworkContract;
  readonly dns: DnsContract;
  readonly ecr: RepositoriesContract;
  readonly ingress: LoadBalancerContract;
  readonly cluster: ClusterContract;
  /** One an entry of the section `databases`. */
  readonly database: DatabaseContract;
  /** One an entry of the section `services`. */
  readonly service: ServiceContract;
  /** One an entry of the section `sites`. */
  readonly site: SiteContract;
}

export type LayerName = keyof Contracts;

/** A layer that others of the same environment read. */
export type ReadLayer = Exclude<LayerName, "ecr" | "service" | "site">;

const key = { keyArn: "string" } as const;

const keys: Shape<KeysContract> = { logs: key, data: key, secrets: key, alerts: key };

const topic = { topicArn: "string" } as const;

const alerts: Shape<AlertsContract> = { home: topic, edge: topic };

const dns: Shape<DnsContract> = { zoneId: "string", zoneName: "string", nameServers: "list" };

// Tiers are an environment's own: who needs one reads it by its name.
const network: Shape<NetworkContract> = {
  vpcId: "string",
  vpcCidr: "string",
  publicSubnetIds: "list",
  privateSubnetIds: "list",
  isolatedSubnetIds: "list",
  subnetIds: {},
  routeTableIds: {},
  natPublicIps: "list",
};

const ingress: Shape<LoadBalancerContract> = {
  loadBalancerArn: "string",
  loadBalancerArnSuffix: "string",
  dnsName: "string",
  canonicalZoneId: "string",
  securityGroupId: "string",
  httpsListenerArn: "string",
  testListenerArn: "string",
};

const cluster: Shape<ClusterContract> = {
  clusterArn: "string",
  clusterName: "string",
  namespaceArn: "string",
  executeCommandLogGroupArn: "string",
  executeCommandKeyArn: "string",
};

// A proxy's users are an environment's own: who comes as one reads its secret by its name.
const database = {
  engine: "string",
  endpoint: "string",
  readerEndpoint: "string",
  port: "number",
  databaseName: "string",
  resourceId: "string",
  securityGroupId: "string",
  masterSecretArn: "string",
  secretsKeyArn: "string",
  keyArn: "string",
  proxy: { endpoint: "string", resourceId: "string", securityGroupId: "string", userSecretArns: {} },
} as const satisfies Shape<DatabaseContract>;

/** A database, with the secrets of users that come by its proxy. */
export function databaseShape(users: readonly string[]): Shape<DatabaseContract> {
  const userSecretArns = Object.fromEntries(users.map((user) => [user, "string"] as const));
  return { ...database, proxy: { ...database.proxy, userSecretArns } };
}

/** How consumers read the layers that have any. */
export const shapes: { readonly [Layer in ReadLayer]: Shape<Contracts[Layer]> } = {
  keys,
  alerts,
  network,
  dns,
  ingress,
  cluster,
  database,
};
