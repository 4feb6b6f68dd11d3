import { conditionsFit, healthCheckFits, rangesFit, slowStartFits, stickinessFits, testPortFits } from "./schema/checks.js";
import { type LoadBalancerConfig, loadBalancerData } from "./schema/load-balancer.js";
import { routeData } from "./schema/route.js";
import { targetGroupData } from "./schema/target-group.js";

/** The data of each class: the environment file's sections, the props, their defaults, checks and documentation. */
export const schemas = {
  LoadBalancer: loadBalancerData.check(rangesFit, testPortFits),
  TargetGroup: targetGroupData.check(healthCheckFits, slowStartFits, stickinessFits),
  Route: routeData.check(conditionsFit),
};

/** Checks between a target group's fields, for a schema that takes them over. */
export const targetGroupChecks = [healthCheckFits, slowStartFits, stickinessFits] as const;

export { type NamedRoute, type RouteCollision, routeCollisions } from "./route-collisions.js";
export { rules } from "./rules.js";
export { healthCheck } from "./schema/health-check.js";
export { type LoadBalancerConfig, loadBalancerData } from "./schema/load-balancer.js";
export { lastPriority, type RouteConfig, routeData, routeHosts, routePaths, routePriority } from "./schema/route.js";
export { type TargetGroupConfig, targetGroupData } from "./schema/target-group.js";

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { protect: false } satisfies Partial<LoadBalancerConfig>;
