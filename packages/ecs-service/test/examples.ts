import type { TerraformStack } from "cdktf";
import { checkout } from "../examples/blue-green.js";
import { store } from "../examples/everything.js";
import { inventory } from "../examples/existing-network.js";
import { website } from "../examples/newcomer.js";
import { api } from "../examples/shared-load-balancer.js";
import { worker } from "../examples/worker.js";

/** All examples, by the names of their files. */
export const examples: Readonly<Record<string, (stack: TerraformStack) => unknown>> = {
  "blue-green": checkout,
  everything: store,
  "existing-network": inventory,
  newcomer: website,
  "shared-load-balancer": api,
  worker,
};
