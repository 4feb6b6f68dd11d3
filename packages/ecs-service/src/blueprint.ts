import type {
  AlarmTopic,
  Certificate,
  Cluster,
  ClusterContract,
  EncryptionKey,
  HostedZone,
  ImageRepository,
  LoadBalancerContract,
  LogBucket,
  PrivateSubnets,
  PublicSubnets,
  SecurityGroup,
} from "@groundplan/core";
import { PropsError } from "@groundplan/core";
import type { Construct } from "constructs";
import type { EcsServiceOverrides } from "./overrides.js";
import type { EcsServiceConfig } from "./schema/service.js";

/** A group that the service may reach, such as a database's. */
export interface Peer {
  readonly group: SecurityGroup;
  readonly port: number;
}

/** What a service is wired to. */
export interface EcsServiceWiring {
  /** Where its tasks run. A cluster without the last three parts knows no Service Connect and no execute-command. */
  readonly cluster: Cluster & Partial<ClusterContract>;
  /** Tasks stand in the private subnets; a public load balancer of the service's own needs the public ones, too. */
  readonly network: PrivateSubnets & Partial<PublicSubnets>;
  /** For `loadBalancer: "shared"`: whose listener the service's rule stands on, and whether its records are of IPv6 too. */
  readonly sharedLoadBalancer?: (LoadBalancerContract & { readonly dualStack?: boolean | undefined }) | undefined;
  /** Takes the records of `hosts`, and the proofs of the certificate. Without it somebody else writes the records. */
  readonly zone?: HostedZone | undefined;
  /** Of `hosts`, for a load balancer of the service's own. Default: one that is made, in `zone`. */
  readonly certificate?: Certificate | undefined;
  /** Takes the logs of a load balancer of the service's own. Default: a bucket that is made. */
  readonly logBucket?: LogBucket | undefined;
  /** Stands before a load balancer of the service's own. Default: one that is made, of `ownWebAcl`, where it is public. */
  readonly webAcl?: { readonly webAclArn: string } | undefined;
  /** Where alarms and failed deployments are told. Without it alarms only show in CloudWatch. */
  readonly alarmTopic?: AlarmTopic | undefined;
  /** Encrypts the logs. Default: keys of the service's own. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Repositories that images are pulled from; a pipeline pushes to the first. */
  readonly repositories?: readonly ImageRepository[] | undefined;
  /** Groups that the service may reach, by a name of your own for each. */
  readonly peers?: Readonly<Record<string, Peer>> | undefined;
}

/** What every piece of a service is made by. */
export interface Blueprint {
  /** The scope of all resources, whose path begins their addresses. */
  readonly module: Construct;
  readonly config: EcsServiceConfig;
  readonly wiring: EcsServiceWiring;
  readonly overrides: EcsServiceOverrides;
}

/** A wire that the data asks for. */
export function missingWire({ module }: Blueprint, wire: keyof EcsServiceWiring, fix: string): PropsError {
  return new PropsError(module.node.path, [{ path: [wire], value: undefined, wrong: "is missing", fix }]);
}
