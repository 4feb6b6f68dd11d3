import type { ProductionRule } from "@groundplan/core/schema";
import { z } from "zod";
import type { accountKinds } from "./estate-schema.js";

type AccountKind = (typeof accountKinds)[number];

/** Where a section's environment stands: what the stacks wire into its module beside the section's own data. */
export interface SectionPlace {
  readonly environment: string;
  readonly region: string;
}

/** A section of an environment file: a module's data, without what the stacks wire. */
export interface Section<S extends z.ZodObject = z.ZodObject> {
  readonly schema: S;
  /** The module's own schema, with checks over several fields. */
  readonly whole: z.ZodType;
  /** What the stacks wire, so that the module's own schema can check the rest. */
  wire(place: SectionPlace): Readonly<Record<string, unknown>>;
  /** Merged beneath the files of environments with `production: false`. */
  readonly nonProduction: Readonly<Record<string, unknown>>;
  readonly rules: readonly ProductionRule<never>[];
  /** What a person should know, and need not change. */
  notices(config: z.output<S>, production: boolean): readonly string[];
  /** The kinds of account that it may stand in. */
  readonly kinds: readonly AccountKind[];
}

const keysSchema = z.strictObject({
  rotationPeriodDays: z.int().min(90).max(2560).default(365).describe("Days between automatic rotations."),
  deletionWindowDays: z.int().min(7).max(30).default(30).describe("Days in which a scheduled deletion can be taken back."),
  protect: z.boolean().default(true).describe("Refuse a plan that destroys a key."),
});

const networkSchema = z.strictObject({ cidr: z.cidrv4().describe("The VPC's range.") });

const noNotices = (): readonly string[] => [];

function section<S extends z.ZodObject>(of: Section<S>): Section<S> {
  return of;
}

/** Every section there is: one line each for what it is, and where it may stand. */
export const sections = {
  keys: section({
    schema: keysSchema,
    whole: keysSchema,
    wire: () => ({}),
    nonProduction: { deletionWindowDays: 7, protect: false },
    rules: [],
    notices: noNotices,
    kinds: ["shared", "workload"],
  }),
  network: section({
    schema: networkSchema,
    whole: networkSchema,
    wire: () => ({}),
    nonProduction: {},
    rules: [],
    notices: noNotices,
    kinds: ["workload"],
  }),
};

export type SectionName = keyof typeof sections;

export const sectionNames = Object.keys(sections) as readonly SectionName[];
