export { Network, type NetworkProps } from "./network.js";
export type { NetworkOverrides } from "./overrides.js";
export type { NetworkConfig } from "./schema/network.js";
