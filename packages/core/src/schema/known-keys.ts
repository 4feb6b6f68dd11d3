import type { z } from "zod";

/** What of a schema's definition leads further inside, whatever its kind. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly discriminator?: string;
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as Definition;
}

/** The schemas of objects, and of maps whose keys are listed, at a path: several, where it leads through a union. */
function objectsAt(schema: z.core.$ZodType, path: readonly (string | number)[]): z.core.$ZodType[] {
  const { shape, innerType, element, keyType, valueType, in: input, options } = definitionOf(schema);
  const wrapped = innerType ?? input;
  if (wrapped !== undefined) return objectsAt(wrapped, path);
  if (options !== undefined) return options.flatMap((option) => objectsAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return shape === undefined && keyType === undefined ? [] : [schema];
  const child = shape?.[key] ?? element ?? valueType;
  return child === undefined ? [] : objectsAt(child, rest);
}

/** The keys that a schema knows at a path, for "did you mean". */
export function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): string[] {
  return [...new Set(objectsAt(schema, path).flatMap(keysOf))];
}

function keysOf(object: z.core.$ZodType): string[] {
  const { shape = {}, keyType } = definitionOf(object);
  return [...Object.keys(shape), ...[...(keyType?._zod.values ?? [])].map(String)];
}

/** Branches of a union that a property tells apart. */
export interface Branches {
  /** That property. */
  readonly discriminator: string;
  /** Its words by branch, and the keys that go with them. */
  readonly branches: readonly { readonly words: readonly unknown[]; readonly keys: readonly string[] }[];
}

/** The branches at a path, where a property tells them apart. */
export function branchesAt(schema: z.core.$ZodType, path: readonly (string | number)[]): Branches | undefined {
  const { shape, innerType, element, valueType, in: input, options, discriminator } = definitionOf(schema);
  const wrapped = innerType ?? input;
  if (wrapped !== undefined) return branchesAt(wrapped, path);
  const [key, ...rest] = path;
  if (options !== undefined && (key !== undefined || discriminator === undefined))
    return options.map((option) => branchesAt(option, path)).find((found) => found !== undefined);
  if (options !== undefined && discriminator !== undefined) return { discriminator, branches: options.map(branchOf(discriminator)) };
  const child = key === undefined ? undefined : (shape?.[key] ?? element ?? valueType);
  return child === undefined ? undefined : branchesAt(child, rest);
}

function branchOf(discriminator: string) {
  return (option: z.core.$ZodType) => ({
    words: [...(definitionOf(option).shape?.[discriminator]?._zod.values ?? [])],
    keys: keysAt(option, []),
  });
}
