import { accountId, region, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { connectionFields } from "./connections.js";
import { awsId, letter, range } from "./fields.js";
import { serviceFields } from "./services.js";
import { tierFields } from "./tier.js";

/** What tells a network's names and place; an environment knows them already. */
const identityFields = {
  name: slug(40).describe("What names and `Name` tags begin with, such as `shop-prod`."),
  accountId: accountId().describe("The account that the network stands in."),
  region: structural(region(), "the AZs' names follow from it").describe("Its region."),
};

const addressFields = {
  cidr: range("the subnets are cut from it")
    .optional()
    .describe("The VPC's range, such as `10.0.0.0/16`. Needed unless `ipam` chooses one. It never changes once applied."),
  ipam: structural(
    z.strictObject({
      poolId: awsId("ipam-pool").describe("The pool."),
      netmaskLength: structural(z.int().min(16).max(28), "the subnets are cut from it")
        .optional()
        .describe("Prefix length of a range that the pool chooses; without it, `cidr` is taken from the pool."),
    }),
    "it decides how the subnets are cut",
  )
    .optional()
    .describe("Take the range from an IPAM pool."),
  secondaryCidrs: structural(z.array(range("it is checked against the others")), "a resource is made for each")
    .default([])
    .describe("More ranges; tiers take them by their `cidrs`. AWS's quota is four."),
  ipv6: structural(z.boolean(), "it decides which resources there are")
    .default(false)
    .describe("Dual stack: an Amazon-provided /56, a /64 a subnet, an egress-only gateway for private tiers."),
  azs: structural(
    z.union([z.int().min(1).max(6), z.array(letter()).min(1).max(6), z.record(letter(), z.int().min(0).max(15))]),
    "a subnet is made in each",
  )
    .default(3)
    .describe(
      "Availability zones: their letters, or a count (the region's first ones), or a map of letter to column of the grid, needed for e and f.",
    ),
  grid: structural(
    z.strictObject({
      tiers: structural(z.int().min(1).max(64), "the CIDRs follow from it").default(4).describe("Rows: slots for tiers."),
      azs: structural(z.int().min(1).max(16), "the CIDRs follow from it").default(4).describe("Columns: places for AZs."),
    }),
    "the CIDRs follow from it",
  )
    .prefault({})
    .describe("How the VPC is cut: a /16 into 4 × 4 cells of /20. It never changes once applied."),
};

const natFields = {
  nat: structural(z.union([z.enum(["none", "instance", "single", "perAz"]), z.int().min(1).max(6)]), "it decides which resources there are")
    .default("perAz")
    .describe("The way out of private tiers: NAT gateways (one, one an AZ, or so many), an instance, or none."),
  natAzs: structural(z.array(letter()).min(1).max(6), "a NAT is made in each")
    .optional()
    .describe("AZs that the NATs stand in. Default: the first ones. Name them where AZs may still be added before them."),
  natAllocationIds: structural(z.record(letter(), awsId("eipalloc")), "no address is made for these")
    .default({})
    .describe("Elastic IPs of one's own, by AZ letter; the others are made."),
  natInstanceType: z
    .string()
    .regex(/^[a-z]+[0-9]+g[a-z]*\.[a-z0-9]+$/, 'is no ARM instance type; give one such as "t4g.nano"')
    .default("t4g.nano")
    .describe("For `instance`: an ARM type."),
};

/** A network's data, each field for itself; `config.ts` adds what holds between them. */
export const networkData = z.strictObject({
  ...identityFields,
  ...addressFields,
  ...tierFields,
  ...natFields,
  ...connectionFields,
  ...serviceFields,
  protect: structural(z.boolean(), "Terraform wants it as a literal")
    .default(true)
    .describe("Refuse a plan that destroys or replaces the VPC or a subnet."),
});

export type NetworkConfig = z.output<typeof networkData>;
