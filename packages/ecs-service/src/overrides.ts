import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service/index.js";
import type { SecurityGroupConfig } from "@cdktf/provider-aws/lib/security-group/index.js";
import type { FargateTaskOverrides } from "@groundplan/fargate-task";
import type { LoadBalancerOverrides, TargetGroupProps } from "@groundplan/load-balancer";

/**
 * What the props don't cover, in the resources' own words; it wins over what the module says.
 *
 * @example { service: { platformVersion: "1.4.0" } }
 */
export interface EcsServiceOverrides {
  readonly service?: Partial<EcsServiceConfig>;
  readonly securityGroup?: Partial<SecurityGroupConfig>;
  readonly task?: FargateTaskOverrides;
  readonly targetGroup?: NonNullable<TargetGroupProps["overrides"]>["targetGroup"];
  readonly loadBalancer?: LoadBalancerOverrides;
}
