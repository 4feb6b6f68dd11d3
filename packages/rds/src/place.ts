import { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group/index.js";
import type { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group/index.js";
import { type AlarmTopic, address, awsName, type IsolatedSubnets, UseProvider } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import { makeSecurityGroup } from "@groundplan/security-group";
import { Aspects, type TerraformProvider } from "cdktf";
import { type Blueprint, missingWire } from "./blueprint.js";
import { placesInSecondRegion } from "./checks/together.js";

/** A region that a part of the database stands in. */
export interface Region {
  readonly region: string;
  readonly keyArn: string;
  /** Ends addresses and names; empty at home. */
  readonly suffix: readonly string[];
  /** `undefined` is the stack's own. */
  readonly provider: TerraformProvider | undefined;
  readonly alarmTopic: AlarmTopic | undefined;
}

/** Where instances stand: subnets and a group that nobody is let into yet. */
export interface Place extends Region {
  readonly subnetGroup: DbSubnetGroup;
  readonly securityGroup: AwsSecurityGroup;
}

/** The database's own region. */
export function homeRegion({ module, config, wiring }: Blueprint): Region {
  const { name, accountId, region, protect } = config;
  const key = wiring.encryptionKey ?? new KmsKey(module, "data", { purpose: "data", alias: name, accountId, region, protect });
  return { region, keyArn: key.keyArn, suffix: [], provider: undefined, alarmTopic: wiring.alarmTopic };
}

/** The second region, where the data asks for something there. */
export function secondRegionOf(blueprint: Blueprint): Region | undefined {
  const { config, wiring } = blueprint;
  const { secondRegion } = config;
  const [asked] = placesInSecondRegion(config);
  if (secondRegion === undefined || asked === undefined) return undefined;
  const { replicaProvider: provider, replicaAlarmTopic: alarmTopic } = wiring;
  if (provider === undefined)
    throw missingWire(blueprint, "replicaProvider", `"${asked}" stands in ${secondRegion}: give a provider there`);
  return {
    region: secondRegion,
    keyArn: secondKeyArn(blueprint, { region: secondRegion, provider }),
    suffix: ["second"],
    provider,
    alarmTopic,
  };
}

function secondKeyArn(
  { module, config, wiring }: Blueprint,
  { region, provider }: { region: string; provider: TerraformProvider },
): string {
  if (wiring.replicaKey !== undefined) return wiring.replicaKey.keyArn;
  const { name, accountId, protect } = config;
  const key = new KmsKey(module, "second-data", { purpose: "data", alias: `${name}-second`, accountId, region, protect });
  Aspects.of(key).add(new UseProvider(provider));
  return key.keyArn;
}

/** Subnets and group in a region. */
export function makePlace(blueprint: Blueprint, region: Region): Place {
  const { module, config, overrides } = blueprint;
  const { suffix, provider } = region;
  const network = networkOf(blueprint, region);
  const ends = suffix.length === 0 ? {} : { suffix: suffix.join("-") };
  return {
    ...region,
    subnetGroup: address(
      new DbSubnetGroup(module, ["subnet-group", ...suffix].join("-"), {
        name: awsName("aws_db_subnet_group", config.name, ...suffix),
        description: `Isolated subnets for ${config.name}`,
        subnetIds: [...network.isolatedSubnetIds],
        ...providerArgument(provider),
      }),
      module,
      ...suffix,
    ),
    securityGroup: makeSecurityGroup(module, {
      name: config.name,
      description: `Database ${config.name}`,
      vpc: network,
      ...ends,
      overrides: { ...providerArgument(provider), ...overrides.securityGroup },
    }),
  };
}

function networkOf(blueprint: Blueprint, { region, provider }: Region): IsolatedSubnets {
  const { network, replicaNetwork } = blueprint.wiring;
  if (provider === undefined) return network;
  if (replicaNetwork === undefined) throw missingWire(blueprint, "replicaNetwork", `give the isolated subnets in ${region}`);
  return replicaNetwork;
}

/** A provider as an argument, where there is one. */
export function providerArgument(provider: TerraformProvider | undefined): { readonly provider?: TerraformProvider } {
  return provider === undefined ? {} : { provider };
}
