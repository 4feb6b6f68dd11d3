import type { CloudfrontDistribution } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import type { Route53Record } from "@cdktf/provider-aws/lib/route53-record/index.js";
import { aliasRecord, Certificate } from "@groundplan/dns";
import { type Blueprint, missingWire } from "./blueprint.js";
import { edgeProviderOf } from "./edge.js";

/** The certificate of the domain names, in us-east-1; `undefined` where there are none. */
export function certificateArnOf(blueprint: Blueprint): string | undefined {
  const { module, config, wiring } = blueprint;
  const [domainName, ...alternativeNames] = config.domainNames;
  if (domainName === undefined) return undefined;
  const { certificate, zone, zoneProvider } = wiring;
  if (certificate !== undefined) return certificate.certificateArn;
  if (zone === undefined)
    throw missingWire(blueprint, "zone", 'give the hosted zone of "domainNames", or a certificate that exists already as "certificate"');
  const edgeProvider = edgeProviderOf(blueprint, "the certificate stands");
  return new Certificate(module, "certificate", { domainName, alternativeNames, zone, zoneProvider, edgeProvider }).certificateArn;
}

/** A and AAAA records for each name; none where the zone is elsewhere. */
export function makeRecords({ module, config, wiring }: Blueprint, distribution: CloudfrontDistribution): Route53Record[] {
  const { zone, zoneProvider: provider } = wiring;
  if (zone === undefined) return [];
  const target = { dnsName: distribution.domainName, canonicalZoneId: distribution.hostedZoneId };
  return config.domainNames.flatMap((name) => aliasRecord(module, { zone, name, target, ipv6: true, provider }));
}

/** Where visitors find the site. */
export function urlOf({ config }: Blueprint, distribution: CloudfrontDistribution): string {
  const [name] = config.domainNames;
  return `https://${name === undefined ? distribution.domainName : name}`;
}
