export type { InterfaceEndpoints } from "./endpoints.js";
export type { ExistingNetwork } from "./existing.js";
export type { Nat } from "./nat.js";
export { Network, type NetworkProps } from "./network.js";
export type { NetworkOverrides } from "./overrides.js";
export type { TierRouteTable } from "./route-tables.js";
export type { NetworkConfig } from "./schema/network.js";
export type { TierSubnet } from "./tier-subnets.js";
