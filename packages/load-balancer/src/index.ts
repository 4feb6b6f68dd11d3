export type { LoadBalancerOverrides } from "./blueprint.js";
export type { LoadBalancerConfig, RouteConfig, TargetGroupConfig } from "./config.js";
export { LoadBalancer, type LoadBalancerProps } from "./load-balancer.js";
export type { LoadBalancerData, RouteData, TargetGroupData } from "./props.generated.js";
export { Route, type RouteProps, type RouteTarget } from "./route.js";
export { TargetGroup, type TargetGroupProps } from "./target-group.js";
