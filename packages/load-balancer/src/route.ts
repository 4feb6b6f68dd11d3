import {
  LbListenerRule,
  type LbListenerRuleAction,
  type LbListenerRuleCondition,
  type LbListenerRuleConfig,
} from "@cdktf/provider-aws/lib/lb-listener-rule/index.js";
import { address, checkProps, PropsError } from "@groundplan/core";
import { Construct } from "constructs";
import { type RouteConfig, schemas } from "./config.js";
import type { RouteData } from "./props.generated.js";

/** Where a route leads, and how many of its requests. */
export interface RouteTarget {
  readonly targetGroupArn: string;
  /** Its share beside the others, 0 to 999. Default: 1. */
  readonly weight?: number | undefined;
}

/** What a Route is made from: its data, and what it is wired to. */
export interface RouteProps extends RouteData {
  readonly listenerArn: string;
  /** One, or up to five with weights. */
  readonly targetGroups: readonly RouteTarget[];
  /** What the props don't cover, in the resource's own words. */
  readonly overrides?: { readonly rule?: Partial<LbListenerRuleConfig> } | undefined;
}

/**
 * A listener's rule: requests to these hosts and paths go to that target group, or to several by weight.
 *
 * Cost: nothing of its own; rules beyond ten a listener count in the load balancer's capacity units.
 *
 * @example new Route(this, "route", { listenerArn: ingress.httpsListenerArn, priority: 10, hosts: ["api.example.com"], targetGroups: [api] })
 * @throws {PropsError} where the props do not fit the schema, or there are no target groups, or too many
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
export class Route extends Construct {
  readonly ruleArn: string;
  readonly rule: LbListenerRule;

  constructor(scope: Construct, id: string, props: RouteProps) {
    super(scope, id);
    const { listenerArn, targetGroups, overrides, ...data } = props;
    const config = checkProps(this, schemas.Route, data);

    this.rule = address(
      new LbListenerRule(this, "rule", {
        listenerArn,
        priority: config.priority,
        condition: conditionsOf(config),
        action: [actionOf(this, config, targetGroups)],
        ...(config.switchedBy === "codedeploy" ? { lifecycle: { ignoreChanges: ["action"] } } : {}),
        ...overrides?.rule,
      }),
      this,
    );
    this.ruleArn = this.rule.arn;
  }
}

function conditionsOf({ hosts, paths }: RouteConfig): LbListenerRuleCondition[] {
  return [
    ...(hosts.length === 0 ? [] : [{ hostHeader: { values: hosts } }]),
    ...(paths.length === 0 ? [] : [{ pathPattern: { values: paths } }]),
  ];
}

function actionOf(route: Route, { stickinessSeconds }: RouteConfig, targets: RouteProps["targetGroups"]): LbListenerRuleAction {
  const [only, ...others] = targets;
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html
  if (only === undefined || targets.length > 5) {
    const wrong = only === undefined ? "is empty" : "is too long";
    throw new PropsError(route.node.path, [{ path: ["targetGroups"], value: targets, wrong, fix: "give one to five" }]);
  }
  if (others.length === 0) return { type: "forward", targetGroupArn: only.targetGroupArn };
  return {
    type: "forward",
    forward: {
      targetGroup: targets.map(({ targetGroupArn, weight = 1 }) => ({ arn: targetGroupArn, weight })),
      ...(stickinessSeconds === undefined ? {} : { stickiness: { enabled: true, duration: stickinessSeconds } }),
    },
  };
}
