import { expect } from "vitest";
import * as matchers from "./matchers/index.js";
import type { TemplateMatchers } from "./matchers/types.js";

declare module "vitest" {
  interface Matchers<T> extends TemplateMatchers {}
}

expect.extend(matchers);
