import { structural } from "@groundplan/core/schema";
import { z } from "zod";

const gib = (least: number) => z.int().min(least).max(65_536);

const maxGib = () =>
  z
    .union([gib(22), z.literal("off")])
    .optional()
    .describe("Where it stops growing by itself, in GiB; `off` never lets it grow. Default: five times `gib`. Not for clusters.");

const gp3 = z.strictObject({
  type: z.literal("gp3").describe("General purpose SSD."),
  gib: gib(20).default(20).describe("Size in GiB. It can grow, and never shrink."),
  maxGib: maxGib(),
  iops: z.int().min(3000).max(64_000).optional().describe("Operations a second, from 400 GiB on. Default: what the size has."),
  throughputMibps: z.int().min(125).max(4000).optional().describe("MiB a second, from 400 GiB on. Default: what the size has."),
});

const io2 = z.strictObject({
  type: z.literal("io2").describe("Provisioned IOPS SSD, ten times as durable."),
  gib: gib(100).default(100).describe("Size in GiB. It can grow, and never shrink."),
  maxGib: maxGib(),
  iops: z.int().min(1000).max(256_000).describe("Operations a second."),
});

const aurora = z.strictObject({
  type: z.literal("aurora").describe("Aurora's own, paid by the GB and by the operation; it grows by itself."),
});

const auroraIoOptimized = z.strictObject({
  type: z.literal("aurora-iopt1").describe("Aurora's own without a price for operations: cheaper where they are a quarter of the bill."),
});

/** Where the data lies. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html */
export const storage = () =>
  structural(z.discriminatedUnion("type", [gp3, io2, aurora, auroraIoOptimized]), "its parts are checked against each other");

export type Storage = z.output<ReturnType<typeof storage>>;
/** Storage whose size somebody chose. */
export type SizedStorage = Extract<Storage, { readonly gib: number }>;

export function isSized(given: Storage): given is SizedStorage {
  return "gib" in given;
}
