import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { type EntryStack, findEntry } from "../entry-stack.js";

/** @throws {InputError} where there is no such environment or site, with the nearest name */
export function findSite(app: readonly SynthesizedStack[], environment: string, name: string): EntryStack {
  return findEntry(app, environment, { name, of: { one: "site", section: "sites", mark: "distributionId" } });
}
