import { type ProductionRule, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { domain } from "./fields.js";
import { record, recordsFit } from "./record.js";

export const zone = z.strictObject({
  name: domain().describe("The zone's name, such as `dev.shop.example.com`. Changing it makes another zone."),
  certificateAuthorities: structural(z.array(domain()), "no record is made for none")
    .default(["amazon.com"])
    .describe("Who may issue certificates for the zone and all beneath it (CAA). Empty: anybody."),
  records: structural(
    z.record(z.string().regex(/^[a-z](-?[a-z0-9])*$/, "is no key; give lower-case letters, digits and single hyphens"), record),
    "each has an address",
  )
    .superRefine(recordsFit)
    .default({})
    .describe("Records beside those that stacks make: mail, proofs of ownership. By a key that becomes the address."),
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe("Refuse a plan that destroys the zone. Made anew, it has other name servers."),
});

export type ZoneConfig = z.output<typeof zone>;

/** Cheaper defaults, merged beneath the files of environments with `production: false`. */
export const nonProduction = { protect: false } satisfies Partial<ZoneConfig>;

/** What production demands; to break one, an environment acknowledges its id with a reason. */
export const rules: readonly ProductionRule<Pick<ZoneConfig, "protect">>[] = [
  {
    id: "zone-protected",
    path: ["protect"],
    holds: ({ protect }) => protect,
    message: 'is off, and a zone that is made anew answers nobody until its parent names the new servers; leave "protect" on',
  },
];
