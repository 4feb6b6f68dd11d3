export type { NetworkConfig } from "./schema/network.js";
