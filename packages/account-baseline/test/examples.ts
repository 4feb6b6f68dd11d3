import type { TerraformStack } from "cdktf";
import { everything } from "../examples/everything.js";
import { existing } from "../examples/existing.js";
import { furtherRegion } from "../examples/further-region.js";
import { management } from "../examples/management.js";
import { pipelines } from "../examples/pipelines.js";
import { security } from "../examples/security.js";
import { workload } from "../examples/workload.js";

/** All examples, by the names of their files. */
export const examples: Readonly<Record<string, (stack: TerraformStack) => unknown>> = {
  everything,
  existing,
  "further-region": furtherRegion,
  management,
  pipelines,
  security,
  workload,
};
