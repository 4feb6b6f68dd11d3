import { nameFix } from "@groundplan/core/schema";
import type { SynthesizedStack } from "../../stacks/read-stacks.js";
import { InputError } from "../failure.js";
import { unknownTarget } from "../target.js";

/** A stack that holds a service, and the parameter that says how it is deployed. */
export interface ServiceStack {
  readonly stack: SynthesizedStack;
  /** the entry in the environment's `services` */
  readonly name: string;
  readonly parameterName: string;
}

/** @throws {InputError} where there is no such environment or service, with the nearest name */
export function findService(app: readonly SynthesizedStack[], environment: string, service: string): ServiceStack {
  const own = app.filter(({ facts }) => facts.of === environment);
  if (own.length === 0) throw unknownTarget(environment, app);
  const services = own.flatMap(asService);
  const found = services.find(({ name, stack }) => name === service || stack.facts.stack === service);
  if (found !== undefined) return found;
  const names = services.map(({ name }) => name);
  throw new InputError(`"${environment}" has no service "${service}"; ${nearest(service, names, "services")}`);
}

function asService(stack: SynthesizedStack): ServiceStack[] {
  const parameterName = parameterNameIn(stack.json());
  return parameterName === undefined ? [] : [{ stack, name: stack.facts.entry ?? stack.facts.layer, parameterName }];
}

/** The parameter that a stack's contract names: services alone have one. It is plain text in the JSON, so that no state is read for it. */
export function parameterNameIn(json: string): string | undefined {
  const { output } = JSON.parse(json) as { readonly output?: { readonly contract?: { readonly value?: unknown } } };
  const contract = output?.contract?.value;
  if (typeof contract !== "object" || contract === null || !("parameterName" in contract)) return undefined;
  const { parameterName } = contract;
  if (typeof parameterName === "string" && !parameterName.includes("${")) return parameterName;
  throw new TypeError(`a service's contract has to name its parameter in plain text, not ${JSON.stringify(parameterName)}`);
}

/** What to do about a name that is none of a section's. */
export function nearest(asked: string, names: readonly string[], section: string): string {
  return names.length === 0 ? `it has none; add one under "${section}" and apply it` : nameFix(asked, names);
}
