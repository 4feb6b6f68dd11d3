import type { KeysContract, NetworkContract } from "@groundplan/core";
import type { Shape } from "./contract-shape.js";

/** What each layer of an environment publishes. */
export interface Contracts {
  readonly keys: KeysContract;
  readonly network: NetworkContract;
}

export type LayerName = keyof Contracts;

const key = { keyArn: "string" } as const;

/** How a consumer reads the keys. */
export const keysShape: Shape<KeysContract> = { logs: key, data: key, secrets: key, alerts: key };
