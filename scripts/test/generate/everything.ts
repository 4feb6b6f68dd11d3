import { tags } from "@groundplan/core/schema";
import { z } from "zod";

const route = z.strictObject({
  cidr: z.cidrv4().describe("Where to."),
  via: z.union([z.literal("nat"), z.strictObject({ peering: z.string() })]).default("nat"),
});

/** One of everything that modules' schemas are made of. */
export const schema = z.strictObject({
  name: z.string().describe("Ends a comment: */ and goes on."),
  count: z.int().min(1).max(6).describe("How many."),
  ratio: z.number().optional(),
  whole: z.int().optional(),
  days: z.literal([1, 7]).default(7),
  mode: z.enum(["none", "single"]).default("none"),
  nat: z.union([z.enum(["none", "single"]), z.int().min(2).max(6)]).default("single"),
  maybe: z.string().nullable().default(null),
  list: z.array(z.string()).default([]),
  mixed: z.array(z.union([z.string(), z.number()])).optional(),
  nested: z.array(z.array(z.int())).optional(),
  pair: z.tuple([z.string(), z.int()]).optional(),
  several: z.tuple([z.string()], z.int()).optional(),
  routes: z.array(route).default([]),
  tags: tags().prefault({}),
  tiers: z.record(z.string(), z.strictObject({ slot: z.int(), "with-hyphen": z.boolean().default(true) })).optional(),
  some: z.partialRecord(z.enum(["a", "b"]), route).optional(),
  all: z.record(z.enum(["a", "b"]), z.int()).optional(),
  flowLogs: z.strictObject({ destination: z.enum(["cloudwatch", "s3"]).default("cloudwatch"), kept: z.int().default(365) }).prefault({}),
  source: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("cidr"), cidr: z.cidrv4() }),
    z.strictObject({ kind: z.literal("ipam"), poolId: z.string() }),
  ]),
  both: z.intersection(z.object({ a: z.int() }), z.object({ b: z.int().optional() })).optional(),
  deep: z.strictObject({ one: z.strictObject({ two: z.array(z.strictObject({ three: z.boolean() })) }) }).optional(),
  anything: z.unknown(),
});
