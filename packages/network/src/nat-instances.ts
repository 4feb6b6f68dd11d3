import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group/index.js";
import { Eip } from "@cdktf/provider-aws/lib/eip/index.js";
import { EipAssociation } from "@cdktf/provider-aws/lib/eip-association/index.js";
import type { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile/index.js";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template/index.js";
import { NetworkInterface } from "@cdktf/provider-aws/lib/network-interface/index.js";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule/index.js";
import { address, awsName } from "@groundplan/core";
import { Fn } from "cdktf";
import { type Blueprint, nameTag } from "./blueprint.js";
import { admitInside } from "./inside.js";
import type { Nat, NatPlace } from "./nat.js";
import { makeNatProfile } from "./nat-role.js";
import { natUserData } from "./nat-user-data.js";
import type { TierSubnet } from "./tier-subnets.js";

/** Amazon Linux 2023 for ARM, asked for at each start: a new image changes no plan. */
const image = "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

/**
 * NAT instances, each behind a standing interface that routes point at: an instance that fails is replaced in a few minutes,
 * takes the interface over, and neither routes nor the public address change. No port is open; Session Manager reaches them.
 *
 * Cost: about 3 USD a month for a t4g.nano, 0.70 USD for its disk, 3.65 USD for each of its two public addresses; traffic costs nothing more.
 */
export function makeNatInstances(blueprint: Blueprint, place: NatPlace): readonly Nat[] {
  const securityGroup = makeSecurityGroup(blueprint, place);
  const standing = place.subnets.map((subnet) => ({ subnet, networkInterface: makeInterface(blueprint, subnet, securityGroup) }));
  const profile = makeNatProfile(
    blueprint,
    standing.map(({ networkInterface }) => networkInterface),
  );
  return standing.map(({ subnet, networkInterface }) => {
    makeInstance(blueprint, subnet, { networkInterface, securityGroup, profile });
    const { eip, publicIp } = makeAddress(blueprint, place, { subnet, networkInterface });
    return { zone: subnet.zone, target: { networkInterfaceId: networkInterface.id }, publicIp, eip, networkInterface };
  });
}

function makeSecurityGroup(blueprint: Blueprint, { vpc }: NatPlace): SecurityGroup {
  const { module, config } = blueprint;
  const group = address(
    new SecurityGroup(module, "nat-security-group", {
      name: awsName("aws_security_group", config.name, "nat"),
      description: "NAT instances",
      vpcId: vpc.id,
      tags: nameTag(config, "nat"),
    }),
    module,
    "nat",
  );
  admitInside(blueprint, vpc, { suffix: "nat", securityGroupId: group.id, port: undefined, description: "what the VPC sends out" });
  address(
    new VpcSecurityGroupEgressRule(module, "nat-egress", {
      securityGroupId: group.id,
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "-1",
      description: "out to the internet",
    }),
    module,
    "nat",
  );
  return group;
}

function makeInterface({ module, config }: Blueprint, { zone, subnet }: TierSubnet, securityGroup: SecurityGroup): NetworkInterface {
  return address(
    new NetworkInterface(module, `nat-interface-${zone.letter}`, {
      subnetId: subnet.id,
      securityGroups: [securityGroup.id],
      sourceDestCheck: false,
      description: `NAT of ${config.name} in ${config.region}${zone.letter}`,
      tags: nameTag(config, "nat", zone.letter),
    }),
    module,
    "nat",
    zone.letter,
  );
}

/** What stands behind one interface. */
interface InstanceParts {
  readonly networkInterface: NetworkInterface;
  readonly securityGroup: SecurityGroup;
  readonly profile: IamInstanceProfile;
}

function makeInstance(blueprint: Blueprint, { zone, subnet }: TierSubnet, parts: InstanceParts): AutoscalingGroup {
  const { module, config } = blueprint;
  const template = makeLaunchTemplate(blueprint, zone.letter, parts);
  const { Name } = nameTag(config, "nat", zone.letter);
  return address(
    new AutoscalingGroup(module, `nat-group-${zone.letter}`, {
      name: awsName("aws_autoscaling_group", Name),
      minSize: 1,
      maxSize: 1,
      desiredCapacity: 1,
      vpcZoneIdentifier: [subnet.id],
      launchTemplate: { id: template.id, version: `${template.latestVersion}` },
      // the interface is free only once the old instance is gone
      instanceRefresh: { strategy: "Rolling", preferences: { minHealthyPercentage: 0 } },
      tag: [{ key: "Name", value: Name, propagateAtLaunch: true }],
    }),
    module,
    "nat",
    zone.letter,
  );
}

function makeLaunchTemplate({ module, config, overrides }: Blueprint, letter: string, parts: InstanceParts): LaunchTemplate {
  const { networkInterface, securityGroup, profile } = parts;
  const userData = natUserData({
    region: config.region,
    networkInterfaceId: networkInterface.id,
    macAddress: networkInterface.macAddress,
  });
  return address(
    new LaunchTemplate(module, `nat-template-${letter}`, {
      name: awsName("aws_launch_template", config.name, "nat", letter),
      imageId: image,
      instanceType: config.natInstanceType,
      iamInstanceProfile: { arn: profile.arn },
      // to ask AWS for the standing interface, it needs an address of its own first
      networkInterfaces: [
        { deviceIndex: 0, associatePublicIpAddress: "true", securityGroups: [securityGroup.id], deleteOnTermination: "true" },
      ],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeType: "gp3", volumeSize: 8 } }],
      userData: Fn.base64encode(userData),
      updateDefaultVersion: true,
      tags: nameTag(config, "nat", letter),
      ...overrides.natInstance?.(letter),
    }),
    module,
    "nat",
    letter,
  );
}

function makeAddress(
  { module, config }: Blueprint,
  { internetGateway }: NatPlace,
  { subnet: { zone }, networkInterface }: { readonly subnet: TierSubnet; readonly networkInterface: NetworkInterface },
): { readonly eip: Eip | undefined; readonly publicIp: string } {
  const own = config.natAllocationIds[zone.letter];
  const id = `nat-instance-eip-${zone.letter}`;
  // not that of a NAT gateway: a change of kind would take it from one before the other lets go
  const eip =
    own === undefined
      ? address(
          new Eip(module, id, { domain: "vpc", tags: nameTag(config, "nat-instance", zone.letter), dependsOn: [internetGateway] }),
          module,
          "nat_instance",
          zone.letter,
        )
      : undefined;
  const association = new EipAssociation(module, `${id}-association`, {
    networkInterfaceId: networkInterface.id,
    ...(eip === undefined ? { allocationId: own ?? "" } : { allocationId: eip.allocationId }),
    allowReassociation: true,
  });
  return { eip, publicIp: address(association, module, "nat", zone.letter).publicIp };
}
