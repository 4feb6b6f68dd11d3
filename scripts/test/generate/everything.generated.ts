// Generated from config.ts by `npm run generate`.

/** The data that `Everything` is made from. */
export interface EverythingProps {
  /** Ends a comment: *\/ and goes on. */
  readonly name: string;
  /** How many. 1 to 6. */
  readonly count: number;
  readonly ratio?: number | undefined;
  readonly whole?: number | undefined;
  /** @default 7 */
  readonly days?: 1 | 7 | undefined;
  /** @default "none" */
  readonly mode?: "none" | "single" | undefined;
  /** @default "single" */
  readonly nat?: "none" | "single" | number | undefined;
  /** @default null */
  readonly maybe?: string | null | undefined;
  /** @default [] */
  readonly list?: readonly string[] | undefined;
  readonly mixed?: readonly (string | number)[] | undefined;
  readonly nested?: readonly (readonly number[])[] | undefined;
  readonly pair?: readonly [string, number] | undefined;
  readonly several?: readonly [string, ...number[]] | undefined;
  /** @default [] */
  readonly routes?: readonly {
    /** Where to. */
    readonly cidr: string;
    /** @default "nat" */
    readonly via?: "nat" | {
      readonly peering: string;
    } | undefined;
  }[] | undefined;
  readonly tags?: { readonly [name: string]: string } | undefined;
  readonly tiers?: { readonly [name: string]: {
    readonly slot: number;
    /** @default true */
    readonly "with-hyphen"?: boolean | undefined;
  } } | undefined;
  readonly some?: { readonly "a"?: {
    /** Where to. */
    readonly cidr: string;
    /** @default "nat" */
    readonly via?: "nat" | {
      readonly peering: string;
    } | undefined;
  } | undefined; readonly "b"?: {
    /** Where to. */
    readonly cidr: string;
    /** @default "nat" */
    readonly via?: "nat" | {
      readonly peering: string;
    } | undefined;
  } | undefined } | undefined;
  readonly all?: { readonly "a": number; readonly "b": number } | undefined;
  readonly flowLogs?: {
    /** @default "cloudwatch" */
    readonly destination?: "cloudwatch" | "s3" | undefined;
    /** @default 365 */
    readonly kept?: number | undefined;
  } | undefined;
  readonly source: {
    readonly kind: "cidr";
    readonly cidr: string;
  } | {
    readonly kind: "ipam";
    readonly poolId: string;
  };
  readonly both?: {
    readonly a: number;
    readonly b?: number | undefined;
  } | undefined;
  readonly deep?: {
    readonly one: {
      readonly two: readonly {
        readonly three: boolean;
      }[];
    };
  } | undefined;
  readonly anything: unknown;
}
