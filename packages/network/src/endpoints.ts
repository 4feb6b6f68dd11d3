import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint/index.js";
import { address, awsName } from "@groundplan/core";
import { type Blueprint, nameTag } from "./blueprint.js";
import { admitInside } from "./inside.js";
import type { TierRouteTable } from "./route-tables.js";
import type { TierSubnet } from "./tier-subnets.js";

/** Routes to S3 and DynamoDB that leave by no NAT. https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
export function makeGatewayEndpoints(blueprint: Blueprint, vpc: Vpc, tables: readonly TierRouteTable[]): readonly VpcEndpoint[] {
  const { module, config, overrides } = blueprint;
  const routeTableIds = tables.filter(({ tier }) => tier.gatewayEndpoints).map(({ table }) => table.id);
  return config.gatewayEndpoints.map((service) =>
    address(
      new VpcEndpoint(module, `gateway-endpoint-${service}`, {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.${config.region}.${service}`,
        vpcEndpointType: "Gateway",
        routeTableIds,
        tags: nameTag(config, service),
        ...overrides.endpoint?.(service),
      }),
      module,
      service,
    ),
  );
}

/** Interface endpoints, and the security group before them. */
export interface InterfaceEndpoints {
  readonly securityGroup: SecurityGroup | undefined;
  readonly endpoints: readonly VpcEndpoint[];
}

/**
 * Interface endpoints in the subnets of one tier, reached from all of the VPC by HTTPS.
 *
 * Cost: 7.30 USD a month for each in each AZ, and 0.01 USD a GB.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
export function makeInterfaceEndpoints(blueprint: Blueprint, vpc: Vpc, subnets: readonly TierSubnet[]): InterfaceEndpoints {
  const { module, config, overrides } = blueprint;
  const services = Object.entries(config.interfaceEndpoints);
  if (services.length === 0) return { securityGroup: undefined, endpoints: [] };
  const securityGroup = makeSecurityGroup(blueprint, vpc);
  const subnetIds = subnets.filter(({ tier }) => tier.name === config.endpointTier).map(({ subnet }) => subnet.id);
  const endpoints = services.map(([service, { policy, privateDns }]) => {
    const endpoint = new VpcEndpoint(module, `interface-endpoint-${service}`, {
      vpcId: vpc.id,
      serviceName: `com.amazonaws.${config.region}.${service}`,
      vpcEndpointType: "Interface",
      privateDnsEnabled: privateDns,
      subnetIds,
      securityGroupIds: [securityGroup.id],
      ...(policy === undefined ? {} : { policy }),
      tags: nameTag(config, service),
      ...overrides.endpoint?.(service),
    });
    // s3 and dynamodb have gateway endpoints too
    return address(endpoint, module, "interface", service);
  });
  return { securityGroup, endpoints };
}

/** It lets nothing out: an endpoint only answers. */
function makeSecurityGroup(blueprint: Blueprint, vpc: Vpc): SecurityGroup {
  const { module, config } = blueprint;
  const group = address(
    new SecurityGroup(module, "endpoints-security-group", {
      name: awsName("aws_security_group", config.name, "endpoints"),
      description: "Interface endpoints",
      vpcId: vpc.id,
      tags: nameTag(config, "endpoints"),
    }),
    module,
    "endpoints",
  );
  admitInside(blueprint, vpc, { suffix: "endpoints", securityGroupId: group.id, port: 443, description: "HTTPS from the VPC" });
  return group;
}
