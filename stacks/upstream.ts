import { type Contracts, type ReadLayer, shapes } from "./contracts.js";
import type { EstateStack } from "./estate-stack.js";
import { type LayerSetting, layerId } from "./layer.js";

/** What a stack reads of the environment's others: their contracts, by layer. */
export function upstreamOf(stack: EstateStack, { built }: LayerSetting): <Name extends ReadLayer>(layer: Name) => Contracts[Name] {
  return <Name extends ReadLayer>(layer: Name) => {
    const upstream = built.get(layerId(layer));
    if (upstream === undefined) throw new Error(`layer "${layer}" is read before it is built; set it above its consumers in the catalogue`);
    // the map holds a layer's stack under the layer's own id
    return stack.read(upstream as EstateStack<Contracts[Name]>, shapes[layer]);
  };
}
