import type { TerraformStack } from "cdktf";
import { app } from "../examples/app.js";
import { site } from "../examples/everything.js";
import { docs } from "../examples/newcomer.js";
import { preview } from "../examples/preview.js";

/** All examples, by the names of their files. */
export const examples: Readonly<Record<string, (stack: TerraformStack) => unknown>> = { app, everything: site, newcomer: docs, preview };
