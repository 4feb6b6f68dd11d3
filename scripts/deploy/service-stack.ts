import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { type EntryStack, findEntry, parameterNameIn } from "../entry-stack.js";

const services = { one: "service", section: "services", mark: "serviceName" };

/** @throws {InputError} where there is no such environment or service, with the nearest name */
export function findService(app: readonly SynthesizedStack[], environment: string, name: string): EntryStack {
  return findEntry(app, environment, { name, of: services });
}

/** The parameter that says how the service of a stack is deployed; none where the stack holds no service. */
export function serviceParameterIn(json: string): string | undefined {
  return parameterNameIn(json, services);
}
