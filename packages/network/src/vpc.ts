import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { VpcBlockPublicAccessExclusion } from "@cdktf/provider-aws/lib/vpc-block-public-access-exclusion/index.js";
import { VpcDhcpOptions } from "@cdktf/provider-aws/lib/vpc-dhcp-options/index.js";
import { VpcDhcpOptionsAssociation } from "@cdktf/provider-aws/lib/vpc-dhcp-options-association/index.js";
import { VpcIpv4CidrBlockAssociation } from "@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association/index.js";
import { address } from "@groundplan/core";
import { type Blueprint, nameTag } from "./blueprint.js";

export function makeVpc({ module, config, overrides }: Blueprint): Vpc {
  const { cidr, ipam, ipv6, protect } = config;
  return address(
    new Vpc(module, "vpc", {
      ...(cidr === undefined ? {} : { cidrBlock: cidr }),
      ...(ipam === undefined ? {} : { ipv4IpamPoolId: ipam.poolId }),
      ...(ipam?.netmaskLength === undefined ? {} : { ipv4NetmaskLength: ipam.netmaskLength }),
      ...(ipv6 ? { assignGeneratedIpv6CidrBlock: true } : {}),
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: nameTag(config),
      lifecycle: { preventDestroy: protect },
      ...overrides.vpc,
    }),
    module,
  );
}

/** The VPC's further ranges, by CIDR. */
export function makeSecondaryCidrs({ module, config }: Blueprint, vpc: Vpc): ReadonlyMap<string, VpcIpv4CidrBlockAssociation> {
  return new Map(
    config.secondaryCidrs.map((cidrBlock) => [
      cidrBlock,
      address(new VpcIpv4CidrBlockAssociation(module, `range-${cidrBlock}`, { vpcId: vpc.id, cidrBlock }), module, cidrBlock),
    ]),
  );
}

export function makeDhcpOptions({ module, config }: Blueprint, vpc: Vpc): VpcDhcpOptions | undefined {
  if (config.dhcpOptions === undefined) return undefined;
  const { domainName, domainNameServers, ntpServers } = config.dhcpOptions;
  const options = address(
    new VpcDhcpOptions(module, "dhcp-options", {
      ...(domainName === undefined ? {} : { domainName }),
      domainNameServers,
      ntpServers,
      tags: nameTag(config),
    }),
    module,
  );
  address(new VpcDhcpOptionsAssociation(module, "dhcp-association", { vpcId: vpc.id, dhcpOptionsId: options.id }), module);
  return options;
}

// https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
export function makeBlockPublicAccessExclusion({ module, config }: Blueprint, vpc: Vpc): VpcBlockPublicAccessExclusion | undefined {
  const mode = config.blockPublicAccessExclusion;
  if (mode === undefined) return undefined;
  return address(
    new VpcBlockPublicAccessExclusion(module, "block-public-access-exclusion", {
      vpcId: vpc.id,
      internetGatewayExclusionMode: `allow-${mode}`,
      tags: nameTag(config),
    }),
    module,
  );
}
