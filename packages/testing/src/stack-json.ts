/** A block's arguments as they stand in the JSON: snake_case, references as `${…}`. */
export type ResourceBody = Readonly<Record<string, unknown>>;

/** Blocks by type, then by name. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, ResourceBody>>>>;

/** A resource's change of address. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A stack's `cdk.tf.json`. */
export interface StackJson {
  readonly terraform?: ResourceBody;
  readonly provider?: Readonly<Record<string, readonly ResourceBody[]>>;
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly output?: Readonly<Record<string, ResourceBody>>;
  readonly moved?: readonly Move[];
  readonly removed?: readonly ({ readonly from: string } & ResourceBody)[];
  readonly import?: readonly ResourceBody[];
  readonly [block: string]: unknown;
}

/** The same without what cdktf notes for itself within the blocks; a stack's own notes (`//` at the top) stay. */
export function withoutMetadata(json: StackJson): StackJson {
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, key === "//" ? value : stripped(value)]));
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "//")
      .map(([key, inner]) => [key, stripped(inner)]),
  );
}
