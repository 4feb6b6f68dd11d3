import type { Environment } from "../environments/load.js";
import { type Contracts, keysShape, type LayerName } from "./contracts.js";
import type { EstateStack } from "./estate-stack.js";
import { keysStack } from "./keys.js";
import { networkStack } from "./network.js";

/** The stacks of an environment that stand already, by layer. */
export type Built = { readonly [Layer in LayerName]?: EstateStack<Contracts[Layer]> };

/** A layer of an environment: when it exists, what it comes after, what it holds. */
export interface Layer<Name extends LayerName = LayerName> {
  readonly upstream: readonly LayerName[];
  exists(environment: Environment): boolean;
  build(stack: EstateStack<Contracts[Name]>, environment: Environment, project: string, built: Built): void;
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
    build: (stack, environment, project, { keys }) =>
      networkStack(stack, environment, project, stack.read(present(keys, "keys"), keysShape)),
  },
};

function present<T>(stack: T | undefined, layer: LayerName): T {
  if (stack === undefined) throw new Error(`the catalogue names layer "${layer}" as an upstream of one that stands before it`);
  return stack;
}
