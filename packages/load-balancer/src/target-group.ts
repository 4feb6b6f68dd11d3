import {
  LbTargetGroup,
  type LbTargetGroupConfig,
  type LbTargetGroupHealthCheck,
  type LbTargetGroupStickiness,
} from "@cdktf/provider-aws/lib/lb-target-group/index.js";
import { address, checkProps, type Vpc } from "@groundplan/core";
import { Construct } from "constructs";
import { schemas, type TargetGroupConfig } from "./config.js";
import type { TargetGroupData } from "./props.generated.js";
import { healthCheckDefaults } from "./schema/health-check.js";

/** What a TargetGroup is made from: its data, and what it is wired to. */
export interface TargetGroupProps extends TargetGroupData {
  /** The VPC of its targets. */
  readonly network: Vpc;
  /** What the props don't cover, in the resource's own words. */
  readonly overrides?: { readonly targetGroup?: Partial<LbTargetGroupConfig> } | undefined;
}

/**
 * Targets of a load balancer by their addresses, such as tasks of Fargate, and which of them get requests.
 *
 * What AWS changes by another group alone (port, protocol) makes a new one, to which routes are turned before the old one goes.
 * That is why AWS's name ends in what makes it unique. It is empty until its targets have registered: the README says what to do.
 *
 * Cost: nothing.
 *
 * @example new TargetGroup(this, "target-group", { name: "shop-prod-api", port: 8080, network, healthCheck: { path: "/health" } })
 * @throws {PropsError} where the props do not fit the schema
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html
 */
export class TargetGroup extends Construct {
  readonly targetGroupArn: string;
  /** What CloudWatch calls it: `targetgroup/api-20260101/50dc6c495c0c9188`. */
  readonly targetGroupArnSuffix: string;
  readonly targetGroupName: string;
  readonly targetGroup: LbTargetGroup;

  constructor(scope: Construct, id: string, props: TargetGroupProps) {
    super(scope, id);
    const { network, overrides, ...data } = props;
    const config = checkProps(this, schemas.TargetGroup, data);

    this.targetGroup = address(
      new LbTargetGroup(this, "target-group", {
        namePrefix: namePrefixOf(config.name),
        targetType: "ip",
        vpcId: network.vpcId,
        port: config.port,
        protocol: config.protocol,
        protocolVersion: config.protocolVersion,
        deregistrationDelay: String(config.deregistrationDelaySeconds),
        slowStart: config.slowStartSeconds,
        loadBalancingAlgorithmType: config.algorithm,
        ...(config.algorithm === "weighted_random" ? { loadBalancingAnomalyMitigation: "on" } : {}),
        stickiness: stickinessOf(config),
        healthCheck: healthCheckOf(config),
        tags: { Name: config.name },
        lifecycle: { createBeforeDestroy: true },
        ...overrides?.targetGroup,
      }),
      this,
    );
    this.targetGroupArn = this.targetGroup.arn;
    this.targetGroupArnSuffix = this.targetGroup.arnSuffix;
    this.targetGroupName = this.targetGroup.name;
  }
}

/** Six characters are all that Terraform leaves for a prefix: the last piece of a name tells most. */
function namePrefixOf(name: string): string {
  return `${(name.split("-").at(-1) ?? name).slice(0, 5)}-`;
}

function stickinessOf({ stickiness }: TargetGroupConfig): LbTargetGroupStickiness {
  if (stickiness === "off") return { enabled: false, type: "lb_cookie" };
  const { type, durationSeconds, cookieName } = stickiness;
  return { enabled: true, type, cookieDuration: durationSeconds, ...(cookieName === undefined ? {} : { cookieName }) };
}

function healthCheckOf({ protocol, protocolVersion, healthCheck }: TargetGroupConfig): LbTargetGroupHealthCheck {
  const { path, matcher } = healthCheckDefaults[protocolVersion];
  return {
    enabled: true,
    protocol,
    path,
    matcher,
    ...(healthCheck.path === undefined ? {} : { path: healthCheck.path }),
    ...(healthCheck.matcher === undefined ? {} : { matcher: healthCheck.matcher }),
    interval: healthCheck.intervalSeconds,
    timeout: healthCheck.timeoutSeconds,
    healthyThreshold: healthCheck.healthyThreshold,
    unhealthyThreshold: healthCheck.unhealthyThreshold,
  };
}
