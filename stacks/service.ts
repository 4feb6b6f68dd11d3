import {
  type AlertsContract,
  type ClusterContract,
  type DatabaseContract,
  type DnsContract,
  type ImageRepository,
  imageRepository,
  type KeysContract,
  type LoadBalancerContract,
  type LogBucket,
  type NetworkContract,
  type ServiceContract,
  serviceParameterName,
} from "@groundplan/core";
import { EcsService } from "@groundplan/ecs-service";
import { type Environment, type Estate, hostName, imageReference, repositoryHome, zoneNameOf } from "../environments/load.js";
import { accessLogs } from "./access-logs.js";
import type { EstateStack } from "./estate-stack.js";
import { databaseUsers } from "./service-databases.js";

/** What a service's stack is made from. */
interface ServiceStack {
  readonly estate: Estate;
  readonly environment: Environment;
  /** The service's name in the environment's file. */
  readonly entry: string;
  readonly keys: Pick<KeysContract, "logs">;
  readonly alerts: AlertsContract;
  readonly network: NetworkContract;
  readonly cluster: ClusterContract;
  readonly dns: DnsContract | undefined;
  readonly ingress: LoadBalancerContract | undefined;
  /** Those that it connects to, by name. */
  readonly databases: ReadonlyMap<string, DatabaseContract>;
}

/** A service of the environment, on what its other stacks publish. */
export function serviceStack(stack: EstateStack<ServiceContract>, setting: ServiceStack): void {
  const { estate, environment, entry, keys, alerts, network, cluster, dns, ingress } = setting;
  const { databases: _, ...data } = serviceOf(environment, entry);
  const zoneName = zoneNameOf(estate, environment);
  const parameterName = serviceParameterName({ project: estate.project, environment: environment.name }, entry);
  const name = `${estate.project}-${environment.name}-${entry}`;
  const users = databaseUsers(stack, { ...setting, name, parameterName });
  const service = new EcsService(stack, entry, {
    ...data,
    ...imageOf(estate, data.image),
    hosts: data.hosts.map((host) => hostName(host, zoneName)),
    environment: Object.assign({}, data.environment, ...users.map((user) => user.environment)),
    secrets: Object.assign({}, data.secrets, ...users.map((user) => user.secrets)),
    name,
    accountId: environment.account.id,
    region: environment.region,
    parameterName,
    cluster,
    network,
    alarmTopic: alerts.home,
    encryptionKey: keys.logs,
    ...(dns === undefined ? {} : { zone: { ...dns, zoneName } }),
    ...(ingress === undefined ? {} : { sharedLoadBalancer: withTestListener(environment, ingress) }),
    ...ownLogs(stack, setting),
  });
  for (const { user } of users) user.attach(service);

  // the parameter by its text: commands read it out of the JSON
  const { serviceName, clusterName, securityGroupId, taskRoleArn } = service;
  stack.publish({ serviceName, clusterName, parameterName, securityGroupId, taskRoleArn });
}

interface ChosenImage {
  readonly image: string | undefined;
  readonly repositories?: readonly ImageRepository[];
}

/** An image of the estate is pulled from the repository that its name computes; nothing is read of that account. */
function imageOf(estate: Estate, image: Environment["services"][string]["image"]): ChosenImage {
  if (typeof image !== "object") return { image };
  const home = repositoryHome(estate, image.repository);
  if (home === undefined) throw new Error(`repository "${image.repository}" was checked, and is gone`);
  const repository = imageRepository({ project: estate.project, accountId: home.account.id, region: home.region }, image.repository);
  return { image: imageReference(image, () => repository.repositoryUrl), repositories: [repository] };
}

/** A consumer cannot see in a contract whether there is a test listener; the environment's file says so. */
function withTestListener({ ingress }: Environment, shared: LoadBalancerContract): LoadBalancerContract {
  return ingress?.testListener === "off" ? { ...shared, testListenerArn: "" } : shared;
}

/** A load balancer of the service's own writes its logs to a bucket of its own. */
function ownLogs(stack: EstateStack, { estate, environment, entry }: ServiceStack): { readonly logBucket?: LogBucket } {
  const { loadBalancer, ownLoadBalancer } = serviceOf(environment, entry);
  if (loadBalancer === "shared" || loadBalancer === "none" || ownLoadBalancer.logs === "off") return {};
  return { logBucket: accessLogs(stack, { estate, environment, of: entry, expireAfterDays: environment.production ? 365 : 30 }) };
}

function serviceOf({ name, services }: Environment, entry: string): Environment["services"][string] {
  const service = services[entry];
  if (service === undefined) throw new Error(`"${name}" has no service "${entry}", and a stack of it is made`);
  return service;
}
