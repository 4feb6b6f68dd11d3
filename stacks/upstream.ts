import type { Shape } from "./contract-shape.js";
import { type Contracts, type ReadLayer, shapes } from "./contracts.js";
import type { EstateStack } from "./estate-stack.js";
import { type LayerSetting, layerId } from "./layer.js";

interface ReadOptions<Name extends ReadLayer> {
  /** The entry, where each has a stack of its own. */
  readonly entry?: string;
  /** What to read of it, where its contract has fields by names of the environment's. */
  readonly shape?: Shape<Contracts[Name]>;
}

export type Read = <Name extends ReadLayer>(layer: Name, options?: ReadOptions<Name>) => Contracts[Name];

/** What a stack reads of the environment's others: their contracts, by layer. */
export function upstreamOf(stack: EstateStack, { built }: LayerSetting): Read {
  return <Name extends ReadLayer>(layer: Name, { entry = "", shape = shapes[layer] }: ReadOptions<Name> = {}) => {
    const id = layerId(layer, entry);
    const upstream = built.get(id);
    if (upstream === undefined) throw new Error(`layer "${id}" is read before it is built; set it above its consumers in the catalogue`);
    // the map holds a layer's stack under the layer's own id
    return stack.read(upstream as EstateStack<Contracts[Name]>, shape);
  };
}
