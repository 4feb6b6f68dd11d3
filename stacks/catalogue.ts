import type { Environment } from "../environments/load.js";
import { type Contracts, keysShape, type LayerName } from "./contracts.js";
import type { EstateStack } from "./estate-stack.js";
import { keysStack } from "./keys.js";
import { networkStack } from "./network.js";

/** The stacks of an environment that stand already, by layer. */
export type Built = { readonly [Layer in LayerName]?: EstateStack<Contracts[Layer]> };

/** What a layer is built from. */
export interface LayerSetting {
  readonly project: string;
  readonly environment: Environment;
  readonly built: Built;
}

/** A layer of an environment: when it exists, whose contracts it reads, what it holds. */
export interface Layer<Name extends LayerName = LayerName> {
  readonly upstream: readonly LayerName[];
  exists(environment: Environment): boolean;
  build(stack: EstateStack<Contracts[Name]>, setting: LayerSetting): void;
}

/** Every layer there is, those that others come after first. */
export const layers: { readonly [Name in LayerName]: Layer<Name> } = {
  keys: {
    upstream: [],
    exists: () => true,
    build: keysStack,
  },
  network: {
    upstream: ["keys"],
    exists: ({ network }) => network !== undefined,
    build: (stack, { built, ...setting }) => networkStack(stack, { ...setting, keys: stack.read(upstream(built, "keys"), keysShape) }),
  },
};

function upstream<Name extends LayerName>(built: Built, layer: Name): EstateStack<Contracts[Name]> {
  const stack: EstateStack<Contracts[Name]> | undefined = built[layer];
  if (stack === undefined) throw new Error(`layer "${layer}" is read before it is built; set it above its consumers in the catalogue`);
  return stack;
}
