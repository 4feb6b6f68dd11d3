import type { Environment, Estate } from "../environments/load.js";
import type { Contracts, LayerName } from "./contracts.js";
import type { EstateStack } from "./estate-stack.js";

/** A layer's id in its environment, `network`, or that of an entry's stack, `service-api`. */
export function layerId(layer: LayerName, entry = ""): string {
  return entry === "" ? layer : `${layer}-${entry}`;
}

/** What a layer is built from. */
export interface LayerSetting {
  readonly estate: Estate;
  readonly environment: Environment;
  /** The entry of the section that the stack is made of; empty where the section is one stack. */
  readonly entry: string;
  /** The environment's stacks that stand already, by their layers' ids. */
  readonly built: ReadonlyMap<string, EstateStack>;
}

/** A layer of an environment: when it exists, whose contracts it reads, what it holds. */
export interface Layer<Name extends LayerName = LayerName> {
  /** The ids of the layers whose contract it reads; one entry may read fewer than another. */
  upstream(environment: Environment, entry: string): readonly string[];
  /** The entries that have a stack each; one empty name where the layer is one stack, none where the environment lacks it. */
  entries(environment: Environment): readonly string[];
  build(stack: EstateStack<Contracts[Name]>, setting: LayerSetting): void;
}
