import { z } from "zod";

/** What of JSON Schema zod writes for data that people give. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly additionalItems?: boolean | JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly $ref?: string;
}

/**
 * A schema as editors and generators read it: draft 7 (what YAML editors know best), of what is given, before defaults are filled in.
 *
 * @throws {Error} where the schema has what JSON Schema cannot say (custom, date, bigint, map)
 */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7" }) as JsonSchema;
}

/** The ways a value may look: the branches of a union, or the schema alone. zod writes `["string", "null"]` for a union of two plain types. */
export function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  if (typeof schema.type === "object") return schema.type.map((type) => ({ ...schema, type }));
  return schema.anyOf ?? schema.oneOf ?? [schema];
}

/** The numbers that a value lies between, in words; empty where there is no limit. zod writes the safe integers' own. */
export function rangeText({ type, minimum, maximum }: JsonSchema): string {
  if (type !== "integer" && type !== "number") return "";
  const least = minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum;
  const most = maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (least !== undefined && most !== undefined) return `${least} to ${most}`;
  if (least !== undefined) return `at least ${least}`;
  return most === undefined ? "" : `at most ${most}`;
}

/** A default worth showing. That of a nested object is empty: its own properties have theirs. */
export function defaultText(schema: JsonSchema): string | undefined {
  const value = schema.default;
  const isEmpty =
    value === undefined || (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0);
  return isEmpty ? undefined : JSON.stringify(value);
}
