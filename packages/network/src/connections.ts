import { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcPeeringConnection } from "@cdktf/provider-aws/lib/vpc-peering-connection/index.js";
import { address } from "@groundplan/core";
import { type Blueprint, nameTag } from "./blueprint.js";
import type { TierRouteTable } from "./route-tables.js";
import { makeRoute, tablesOf } from "./routes.js";
import type { TierSubnet } from "./tier-subnets.js";

/** Peering connections by their names, and our routes to the other sides. Within one account and region they accept themselves. */
export function makePeering(blueprint: Blueprint, vpc: Vpc, tables: readonly TierRouteTable[]): ReadonlyMap<string, VpcPeeringConnection> {
  const { module, config } = blueprint;
  return new Map(
    Object.entries(config.peering).map(([name, { peerVpcId, peerAccountId, peerRegion, peerCidrs, tiers }]) => {
      const connection = new VpcPeeringConnection(module, `peering-${name}`, {
        vpcId: vpc.id,
        peerVpcId,
        ...(peerAccountId === undefined ? {} : { peerOwnerId: peerAccountId }),
        ...(peerRegion === undefined ? {} : { peerRegion }),
        autoAccept: peerAccountId === undefined && peerRegion === undefined,
        tags: nameTag(config, name),
      });
      address(connection, module, name);
      for (const table of tablesOf(tables, tiers))
        for (const cidr of peerCidrs)
          makeRoute(blueprint, table, `${name}-${cidr}`, { destinationCidrBlock: cidr, vpcPeeringConnectionId: connection.id });
      return [name, connection];
    }),
  );
}

/** An attachment in each AZ, and our routes to what lies behind the transit gateway. */
export function makeTransitGatewayAttachment(
  blueprint: Blueprint,
  {
    vpc,
    subnets,
    routeTables,
  }: { readonly vpc: Vpc; readonly subnets: readonly TierSubnet[]; readonly routeTables: readonly TierRouteTable[] },
): Ec2TransitGatewayVpcAttachment | undefined {
  const { module, config } = blueprint;
  if (config.transitGateway === undefined) return undefined;
  const { id, tier, cidrs, tiers, applianceMode, defaultRouteTable } = config.transitGateway;
  const attachment = new Ec2TransitGatewayVpcAttachment(module, "transit-gateway-attachment", {
    vpcId: vpc.id,
    transitGatewayId: id,
    subnetIds: subnets.filter((one) => one.tier.name === tier).map(({ subnet }) => subnet.id),
    applianceModeSupport: applianceMode ? "enable" : "disable",
    dnsSupport: "enable",
    ipv6Support: config.ipv6 ? "enable" : "disable",
    transitGatewayDefaultRouteTableAssociation: defaultRouteTable,
    transitGatewayDefaultRouteTablePropagation: defaultRouteTable,
    tags: nameTag(config),
  });
  address(attachment, module);
  for (const table of tablesOf(routeTables, tiers))
    for (const cidr of cidrs)
      makeRoute(blueprint, table, `transit-gateway-${cidr}`, { destinationCidrBlock: cidr, transitGatewayId: id, dependsOn: [attachment] });
  return attachment;
}
