import { nameFix } from "@groundplan/core/schema";
import type { SynthesizedStack } from "../stacks/read-stacks.js";
import { InputError } from "./failure.js";
import { unknownTarget } from "./target.js";

/** A stack that holds an entry of a section, and the SSM parameter by which others find it. */
export interface EntryStack {
  readonly stack: SynthesizedStack;
  /** the entry's name in the environment's file */
  readonly name: string;
  readonly parameterName: string;
}

/** The entries that are looked for. */
export interface Entries {
  /** One of them: `service`. */
  readonly one: string;
  /** Their section in the environment's file: `services`. */
  readonly section: string;
  /** What their contracts have, and no other's has. */
  readonly mark: string;
}

/** @throws {InputError} where there is no such environment or entry, with the nearest name */
export function findEntry(
  app: readonly SynthesizedStack[],
  environment: string,
  { name, of }: { readonly name: string; readonly of: Entries },
): EntryStack {
  const own = app.filter(({ facts }) => facts.of === environment);
  if (own.length === 0) throw unknownTarget(environment, app);
  const entries = own.flatMap((stack) => asEntry(stack, of));
  const found = entries.find((one) => one.name === name || one.stack.facts.stack === name);
  if (found !== undefined) return found;
  const names = entries.map((one) => one.name);
  throw new InputError(`"${environment}" has no ${of.one} "${name}"; ${nearest(name, names, of.section)}`);
}

function asEntry(stack: SynthesizedStack, of: Entries): EntryStack[] {
  const parameterName = parameterNameIn(stack.json(), of);
  return parameterName === undefined ? [] : [{ stack, name: stack.facts.entry ?? stack.facts.layer, parameterName }];
}

/** The parameter that the contract of such an entry names. It is plain text in the JSON, so that no state is read for it. */
export function parameterNameIn(json: string, { one, mark }: Pick<Entries, "one" | "mark">): string | undefined {
  const { output } = JSON.parse(json) as { readonly output?: { readonly contract?: { readonly value?: unknown } } };
  const contract = output?.contract?.value;
  if (typeof contract !== "object" || contract === null || !(mark in contract) || !("parameterName" in contract)) return undefined;
  const { parameterName } = contract;
  if (typeof parameterName === "string" && !parameterName.includes("${")) return parameterName;
  throw new TypeError(`a ${one}'s contract has to name its parameter in plain text, not ${JSON.stringify(parameterName)}`);
}

/** What to do about a name that is none of a section's. */
export function nearest(asked: string, names: readonly string[], section: string): string {
  return names.length === 0 ? `it has none; add one under "${section}" and apply it` : nameFix(asked, names);
}
