import { slug, structural, tags } from "@groundplan/core/schema";
import { z } from "zod";
import { destination, ipv6Destination, letter, range } from "./fields.js";

const port = () => structural(z.int().min(0).max(65535), "the range is checked");

const aclRule = z.strictObject({
  number: structural(z.int().min(1).max(32766), "it must not be that of another rule").describe(
    "Rules are tried in this order. Below 100 comes before the default rules, from 1000 on after them.",
  ),
  action: z.enum(["allow", "deny"]).default("allow").describe("What becomes of traffic that fits."),
  protocol: structural(z.enum(["all", "tcp", "udp", "icmp"]), "it decides which fields the rule has")
    .default("tcp")
    .describe("The protocol."),
  fromPort: port().optional().describe("First port; for tcp and udp alone. Default: 0."),
  toPort: port().optional().describe("Last port. Default: `fromPort`, or 65535."),
  cidr: destination().optional().describe("The other side: whence for ingress, whither for egress. Give this or `ipv6Cidr`."),
  ipv6Cidr: ipv6Destination().optional().describe("The other side, as an IPv6 range."),
});

const acl = z
  .strictObject({
    defaultRules: structural(z.boolean(), "it decides which rules there are")
      .default(true)
      .describe("The rules of the tier's kind; without them the ACL holds only what is given here."),
    ingress: structural(z.array(aclRule), "their numbers are checked").default([]).describe("More rules for traffic into the tier."),
    egress: structural(z.array(aclRule), "their numbers are checked").default([]).describe("More rules for traffic out of it."),
  })
  .prefault({})
  .describe("The tier's network ACL.");

const tier = z.strictObject({
  kind: structural(z.enum(["public", "private", "isolated"]), "it decides the tier's routes and rules")
    .optional()
    .describe("A route to the internet's gateway, a way out by NAT, or none. A tier of one's own needs it; a standard one has its own."),
  slot: structural(z.int().min(0).max(63), "the tier's CIDRs follow from it")
    .optional()
    .describe("Row in the grid. Default: public 0, private 1, isolated 2. It never changes once applied."),
  prefixLength: structural(z.int().min(16).max(28), "the tier's CIDRs follow from it")
    .optional()
    .describe("Size of its subnets, cut from the start of their cells. Default: the whole cell."),
  addresses: structural(z.int().min(1).max(65531), "the tier's CIDRs follow from it")
    .optional()
    .describe("Instead of `prefixLength`: usable addresses that each subnet needs; AWS's five reserved ones are added."),
  cidrs: structural(z.record(letter(), range("it is checked against the other subnets")), "a subnet is made for each")
    .default({})
    .describe("CIDRs of one's own, by AZ letter, instead of cells of the grid; within the VPC's ranges, the secondary ones too."),
  publicIps: z
    .boolean()
    .default(false)
    .describe("Give every instance that starts here a public IPv4 address. A public address costs 3.65 USD a month."),
  gatewayEndpoints: structural(z.boolean(), "the ACL's rules follow from it")
    .optional()
    .describe("Routes to the gateway endpoints; in an isolated tier its ACL then lets their answers back. Default: true but for isolated."),
  acl,
  tags: structural(tags(), "the name is added to them").default({}).describe("More tags of its subnets, such as `kubernetes.io/role/elb`."),
});

export const tierFields = {
  tiers: structural(z.record(slug(), tier), "a subnet is made for each, in each AZ")
    .default({})
    .describe("Changes to the standard tiers `public`, `private`, `isolated`, and tiers of one's own."),
  withoutTiers: structural(z.array(z.enum(["public", "private", "isolated"])), "it decides which subnets there are")
    .default([])
    .describe("Standard tiers to leave out."),
};
