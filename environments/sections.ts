import type { ProductionRule } from "@groundplan/core/schema";
import * as kmsKey from "@groundplan/kms-key/config";
import * as network from "@groundplan/network/config";
import type { z } from "zod";
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
  notices(config: never, environment: { readonly production: boolean }): readonly string[];
  /** The kinds of account that it may stand in. */
  readonly kinds: readonly AccountKind[];
}

const keysSchema = kmsKey.schema.pick({ rotationPeriodDays: true, deletionWindowDays: true, protect: true });

// no stack makes a bucket for them yet, so that the module is wired to none
const networkSchema = network.schema.superRefine(
  ({ flowLogs }, context) => {
    if (flowLogs.destination === "s3" && flowLogs.bucketArn === undefined)
      context.addIssue({
        code: "custom",
        path: ["flowLogs", "bucketArn"],
        message: "is missing; give the ARN of the bucket that takes the logs",
      });
  },
  { when: ({ issues }) => !issues.some(({ path }) => path?.[0] === "flowLogs") },
);

/** The module's schema wants one, and checks nothing by it: the account itself may be wrong in its own file. */
const someAccount = "000000000000";

function section<S extends z.ZodObject>(of: Section<S>): Section<S> {
  return of;
}

/** Every section there is: one line each for what it is, and where it may stand. */
export const sections = {
  keys: section({
    schema: keysSchema,
    whole: keysSchema,
    wire: () => ({}),
    nonProduction: kmsKey.nonProduction,
    rules: kmsKey.rules,
    notices: () => [],
    kinds: ["shared", "workload"],
  }),
  network: section({
    schema: network.networkData.omit({ name: true, accountId: true, region: true }),
    whole: networkSchema,
    wire: ({ environment, region }) => ({ name: environment, accountId: someAccount, region }),
    nonProduction: network.nonProduction,
    rules: network.rules,
    notices: network.notices,
    kinds: ["workload"],
  }),
};

export type SectionName = keyof typeof sections;

export const sectionNames = Object.keys(sections) as readonly SectionName[];
