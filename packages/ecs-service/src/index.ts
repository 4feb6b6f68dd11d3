export type { StrategyItem } from "./capacity-strategy.js";
export { Cluster, type ClusterProps } from "./cluster.js";
export type { ClusterConfig, EcsServiceConfig } from "./config.js";
export { EcsService, type EcsServiceProps } from "./ecs-service.js";
export type { EcsServiceOverrides } from "./overrides.js";
export type { ClusterData, EcsServiceData } from "./props.generated.js";
export type { ServiceParameter } from "./service-parameter.js";
