import type { ProductionRule } from "@groundplan/core/schema";
import type { z } from "zod";
import type { accountKinds } from "./estate-schema.js";

type AccountKind = (typeof accountKinds)[number];

/** Where a section's environment stands: what the stacks wire into its module beside the section's own data. */
export interface SectionPlace {
  /** The estate's, which names in AWS begin with. */
  readonly project: string;
  readonly environment: string;
  readonly region: string;
  /** The name of the entry, where the section is a map of entries. */
  readonly entry: string;
}

/** A section of an environment file: a module's data, without what the stacks wire. */
export interface Section<S extends z.ZodObject = z.ZodObject> {
  /** The section's own schema; an entry's, where the section is a map of entries. */
  readonly schema: S;
  /** The module's own schema, with checks over several fields. */
  readonly whole: z.ZodType;
  /** The module's own data: the section's, with what the stacks wire beside it and make of the section's own words. */
  wire(place: SectionPlace, data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Merged beneath the files of environments with `production: false`. */
  readonly nonProduction: Readonly<Record<string, unknown>>;
  readonly rules: readonly ProductionRule<never>[];
  /** What a person should know, and need not change. */
  notices(config: never, environment: { readonly production: boolean }): readonly string[];
  /** The kinds of account that it may stand in. */
  readonly kinds: readonly AccountKind[];
  /** A map, each entry a stack of its own called `<entries>-<name>`. */
  readonly entries?: string;
  /** Stands in every environment, its file naming it or not. */
  readonly always?: true;
}

/** A section of one module. */
export function section<S extends z.ZodObject>(of: Section<S>): Section<S> {
  return of;
}

/** The modules' schemas want one, and check nothing by it: the account itself may be wrong in its own file. */
export const someAccount = "000000000000";
