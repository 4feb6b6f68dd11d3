import type { CrossProblem } from "@groundplan/core/schema";
import { requiredParameters } from "../required-parameters.js";
import type { DatabaseConfig } from "../schema/database.js";
import { shapeOf } from "../shape.js";

/** How an engine writes yes. */
const alike: Readonly<Record<string, readonly string[]>> = { "1": ["1", "on", "ON", "true"], ON: ["1", "on", "ON"] };

/** Parameters that give up what the module needs. */
export function parameterProblems(config: DatabaseConfig): CrossProblem[] {
  const required = requiredParameters(config.engine, shapeOf(config));
  return Object.entries(config.parameters).flatMap(([name, given]) => {
    const needed = required.find((one) => one.name === name);
    const value = typeof given === "string" ? given : given.value;
    if (needed === undefined || value.includes("${") || (alike[needed.value] ?? [needed.value]).includes(value)) return [];
    const message = `${needed.because}, where the module needs ${JSON.stringify(needed.value)}; take it out`;
    return [{ path: ["parameters", name], value, message }];
  });
}
