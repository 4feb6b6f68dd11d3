import type { SecurityGroup } from "./security-group.js";

/** What a service stack publishes. The group is the service's own: databases let it in. */
export interface ServiceContract extends SecurityGroup {
  readonly serviceName: string;
  readonly clusterName: string;
  /** The SSM parameter that says how the service is deployed. */
  readonly parameterName: string;
  readonly taskRoleArn: string;
}
