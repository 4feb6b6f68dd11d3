import { accountId, slug, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { awsId, destination, ipv6Destination } from "./fields.js";

const tierNames = (because: string, standard: string[]) => structural(z.array(slug()).min(1), because).default(standard);

const route = z.strictObject({
  tiers: tierNames("a route is made in each of their tables", ["private"]).describe("Tiers whose route tables get it."),
  cidr: destination().optional().describe("Where it leads; give this, `ipv6Cidr` or `prefixListId`."),
  ipv6Cidr: ipv6Destination().optional().describe("Where it leads, as an IPv6 range."),
  prefixListId: awsId("pl").optional().describe("Where it leads, as a managed prefix list."),
  transitGatewayId: awsId("tgw").optional().describe("By which way; give exactly one of these ids."),
  peeringConnectionId: awsId("pcx").optional().describe("By which way: a peering connection that stands already."),
  networkInterfaceId: awsId("eni").optional().describe("By which way: an appliance's interface."),
  vpcEndpointId: awsId("vpce").optional().describe("By which way: a gateway load balancer's endpoint."),
  virtualPrivateGatewayId: awsId("vgw").optional().describe("By which way: a VPN's gateway."),
});

const peering = z.strictObject({
  peerVpcId: awsId("vpc").describe("The VPC on the other side."),
  peerAccountId: accountId().optional().describe("Its account, where it is another one; the other side then accepts."),
  peerRegion: z.string().optional().describe("Its region, where it is another one; the other side then accepts."),
  peerCidrs: structural(z.array(structural(destination(), "its route is named for it")), "a route is made for each")
    .default([])
    .describe("Its ranges, which get routes and pass the tiers' ACLs. Across accounts, give them once the other side has accepted."),
  tiers: tierNames("a route is made in each of their tables", ["private"]).describe("Tiers that reach it."),
});

const transitGateway = z.strictObject({
  id: awsId("tgw").describe("The transit gateway, one's own or shared with the account."),
  tier: structural(slug(), "its subnets are attached")
    .default("private")
    .describe("The tier whose subnets hold the attachment, one in each AZ."),
  cidrs: structural(z.array(structural(destination(), "its route is named for it")), "a route is made for each")
    .default([])
    .describe("Ranges that lie behind it, which get routes and pass the tiers' ACLs."),
  tiers: tierNames("a route is made in each of their tables", ["private"]).describe("Tiers that reach those ranges."),
  applianceMode: z.boolean().default(false).describe("Keep both directions of a flow in one AZ, for inspecting appliances."),
  defaultRouteTable: z
    .boolean()
    .default(true)
    .describe("Associate with, and propagate to, its default route table. Off for one that is shared from another account."),
});

export const connectionFields = {
  routes: structural(z.record(slug(), route), "a resource is made for each").default({}).describe("More routes, by a name of one's own."),
  peering: structural(z.record(slug(), peering), "a resource is made for each")
    .default({})
    .describe("Peering connections, by a name of one's own."),
  transitGateway: structural(transitGateway, "it decides which resources there are")
    .optional()
    .describe("Attach the VPC to a transit gateway."),
  blockPublicAccessExclusion: structural(z.enum(["bidirectional", "egress"]), "it decides which resources there are")
    .optional()
    .describe("What to exclude the VPC from, where the account blocks public access to VPCs. Default: no exclusion."),
};
