import type { DbInstanceConfig } from "@cdktf/provider-aws/lib/db-instance/index.js";
import type { DbProxyConfig } from "@cdktf/provider-aws/lib/db-proxy/index.js";
import type { RdsClusterConfig } from "@cdktf/provider-aws/lib/rds-cluster/index.js";
import type { RdsClusterInstanceConfig } from "@cdktf/provider-aws/lib/rds-cluster-instance/index.js";
import type { SecurityGroupConfig } from "@cdktf/provider-aws/lib/security-group/index.js";

/**
 * What the props don't cover, in the resources' own words; it wins over what the module says.
 *
 * @example { instance: { dedicatedLogVolume: true } }
 */
export interface DatabaseOverrides {
  readonly instance?: Partial<DbInstanceConfig>;
  readonly cluster?: Partial<RdsClusterConfig>;
  /** Of Aurora, by the name at the end of the identifier: `1`, `2`, a replica's. */
  readonly clusterInstance?: (name: string) => Partial<RdsClusterInstanceConfig>;
  readonly replica?: (name: string) => Partial<DbInstanceConfig>;
  readonly proxy?: Partial<DbProxyConfig>;
  readonly securityGroup?: Partial<SecurityGroupConfig>;
}
