import { DataAwsRoute53Zone } from "@cdktf/provider-aws/lib/data-aws-route53-zone/index.js";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import {
  type AlertsContract,
  address,
  type DnsContract,
  type HostedZone,
  type SiteContract,
  siteParameterName,
  zoneRoleArns,
} from "@groundplan/core";
import { StaticSite, type StaticSiteProps } from "@groundplan/static-site";
import { type Environment, type Estate, rootZone, siteDomainNames, zoneNameOf } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";
import { archiveOf } from "./log-archive.js";
import { zoneProvider } from "./zone-provider.js";

/** What a site's stack is made from. */
interface SiteStack {
  readonly estate: Estate;
  readonly environment: Environment;
  /** The site's name in the environment's file. */
  readonly entry: string;
  readonly alerts: AlertsContract;
  /** Where its names are in the environment's own zone. */
  readonly dns: DnsContract | undefined;
}

/** A site of the environment. What it shows comes by `groundplan site publish`. */
export function siteStack(stack: EstateStack<SiteContract>, setting: SiteStack): void {
  const { estate, environment, entry, alerts } = setting;
  const { zone: _, folder: __, secondRegion, ...data } = siteOf(environment, entry);
  const parameterName = siteParameterName({ project: estate.project, environment: environment.name }, entry);
  const site = new StaticSite(stack, entry, {
    ...data,
    domainNames: siteDomainNames(siteOf(environment, entry), { ...estate, zoneName: zoneNameOf(estate, environment) }),
    name: `${estate.project}-${environment.name}-${entry}`,
    accountId: environment.account.id,
    region: environment.region,
    parameterName,
    edgeAlarmTopic: alerts.edge,
    ...(environment.region === "us-east-1" ? {} : { edgeProvider: stack.edgeProvider() }),
    ...zoneOf(stack, setting),
    ...archiveFor(setting),
    ...(secondRegion === undefined ? {} : { replicaProvider: stack.replicaProvider(secondRegion) }),
  });

  const { bucketName, bucketArn, distributionId, distributionArn, distributionDomainName, url } = site;
  stack.publish({ bucketName, bucketArn, distributionId, distributionArn, distributionDomainName, url, parameterName });
}

/** Where there is one, its logs go there; those that it kept before may stay. */
function archiveFor({ estate, environment, entry }: SiteStack): Pick<StaticSiteProps, "logArchive" | "logs"> {
  const logArchive = archiveOf(estate, environment.account);
  if (logArchive === undefined) return {};
  const { logs } = siteOf(environment, entry);
  return { logArchive, logs: { ...logs, keepBucket: logs.keepBucket || (logs.accessLogs !== "off" && estate.keepFormerLogs) } };
}

interface Zone {
  readonly zone?: HostedZone;
  readonly zoneProvider?: AwsProvider;
}

function zoneOf(stack: EstateStack, { estate, environment, entry, dns }: SiteStack): Zone {
  if (dns !== undefined) return { zone: { ...dns, zoneName: zoneNameOf(estate, environment) } };
  if (siteOf(environment, entry).domainNames.length === 0) return {};
  const root = rootZone(estate);
  if (root === undefined) throw new Error(`"${environment.name}" has a site in the root's zone, and nobody holds that`);
  const roleArns = zoneRoleArns({ project: estate.project, environment: environment.name, accountId: root.account.id });
  const provider = zoneProvider(stack, { region: root.region, accountId: root.account.id, roleArns });
  const found = address(new DataAwsRoute53Zone(stack, "root-zone", { provider, name: estate.rootDomain }), stack, "root-zone");
  return { zone: { zoneId: found.zoneId, zoneName: estate.rootDomain }, zoneProvider: provider };
}

function siteOf({ name, sites }: Environment, entry: string): Environment["sites"][string] {
  const site = sites[entry];
  if (site === undefined) throw new Error(`"${name}" has no site "${entry}", and a stack of it is made`);
  return site;
}
