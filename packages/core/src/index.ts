export { address } from "./address.js";
export { checkProps, isUnknown, PropsError } from "./check.js";
export type { AccountBaselineContract, RegionBaselineContract } from "./contracts/account-baseline.js";
export type { AlarmTopic, AlertsContract } from "./contracts/alarm-topic.js";
export type { Cluster, ClusterContract } from "./contracts/cluster.js";
export type { DatabaseContract, DatabaseProxyContract } from "./contracts/database.js";
export type { Certificate, DnsContract, HostedZone } from "./contracts/dns.js";
export type { EncryptionKey } from "./contracts/encryption-key.js";
export type { ImageRepository } from "./contracts/image-repository.js";
export type { KeysContract } from "./contracts/keys.js";
export type { LoadBalancerContract } from "./contracts/load-balancer.js";
export { type LogArchive, type SiteLogFormat, siteLogFormats } from "./contracts/log-archive.js";
export type { LogBucket } from "./contracts/log-bucket.js";
export type { IsolatedSubnets, NetworkContract, PrivateSubnets, PublicSubnets, Vpc } from "./contracts/network.js";
export type { RepositoriesContract } from "./contracts/repositories.js";
export type { SecurityGroup } from "./contracts/security-group.js";
export type { ServiceContract } from "./contracts/service.js";
export type { SiteContract } from "./contracts/site.js";
export type { StateBackendContract } from "./contracts/state-backend.js";
export {
  type AccountPlace,
  boundaryArn,
  type EnvironmentPlace,
  imageRepository,
  pipelineRoleArns,
  type StateNames,
  serviceParameterName,
  siteParameterName,
  stateNames,
  zoneRoleArns,
  zoneRoleNames,
} from "./estate-names.js";
export { type NamedType, type NameLimit, nameLimits } from "./name-limits.js";
export { awsName } from "./names.js";
export { PermissionsBoundary } from "./permissions-boundary.js";
export { type EverythingButStatement, type PolicyStatement, policyDocument, serviceTrust, type TrustStatement, tlsOnly } from "./policy.js";
export { Import, Moved, movedFrom, Removed } from "./refactoring.js";
export {
  type CentralPurpose,
  centralKeyAlias,
  centralKeyAliasArn,
  logArchive,
  type NamedLogArchive,
  siteLogsDestinationName,
} from "./security-account-names.js";
export { isStateful, statefulTypes } from "./stateful-types.js";
export { defaultTags, type TagContext } from "./tags.js";
export { UseProvider } from "./use-provider.js";
