import { z } from "zod";
import { domain } from "./fields.js";

export const delegation = z.strictObject({
  parentZoneName: domain().describe("The zone that the record is written into, such as `shop.example.com`."),
  // resolvers hold on to it: with AWS's usual two days, so would they to name servers that are gone
  ttlSeconds: z.int().min(60).max(172_800).default(3600).describe("Seconds for which resolvers keep the record."),
});

export type DelegationConfig = z.output<typeof delegation>;
