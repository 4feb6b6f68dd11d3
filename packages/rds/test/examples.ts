import type { TerraformStack } from "cdktf";
import { orders } from "../examples/aurora-global.js";
import { catalogue } from "../examples/aurora-serverless.js";
import { ledger } from "../examples/everything.js";
import { shop } from "../examples/newcomer.js";
import { bookings } from "../examples/readable-standbys.js";
import { wiki } from "../examples/restored.js";
import { api } from "../examples/service.js";

/** All examples, by the names of their files. */
export const examples: Readonly<Record<string, (stack: TerraformStack) => unknown>> = {
  "aurora-global": orders,
  "aurora-serverless": catalogue,
  everything: ledger,
  newcomer: shop,
  "readable-standbys": bookings,
  restored: wiki,
  service: (stack) => api(stack),
};
