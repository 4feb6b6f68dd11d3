import { isMap } from "./parse.js";

/** Defaults beneath what is given: maps are merged, all else is the file's. */
export function beneath(defaults: unknown, given: unknown): unknown {
  if (given === undefined) return defaults;
  if (!isMap(defaults) || !isMap(given)) return given;
  return { ...defaults, ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, beneath(defaults[key], value)])) };
}
