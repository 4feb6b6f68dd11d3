import {
  CloudfrontDistribution,
  type CloudfrontDistributionCustomErrorResponse,
  type CloudfrontDistributionRestrictionsGeoRestriction,
  type CloudfrontDistributionViewerCertificate,
} from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { address } from "@groundplan/core";
import { orderedBehaviours, type Policies, siteBehaviour } from "./behaviours.js";
import type { Blueprint } from "./blueprint.js";
import { originsOf } from "./origins.js";
import type { StaticSiteConfig } from "./schema/site.js";

/** What a distribution stands between, and by. */
export interface Delivery {
  readonly bucket: S3Bucket;
  readonly policies: Policies;
  readonly certificateArn: string | undefined;
  readonly webAclArn: string | undefined;
}

/** What visitors talk to. Nothing that the data changes replaces it. */
export function makeDistribution(blueprint: Blueprint, { bucket, policies, certificateArn, webAclArn }: Delivery): CloudfrontDistribution {
  const { module, config, overrides } = blueprint;
  return address(
    new CloudfrontDistribution(module, "distribution", {
      enabled: true,
      comment: config.name,
      aliases: config.domainNames,
      httpVersion: config.httpVersion,
      isIpv6Enabled: true,
      priceClass: config.priceClass,
      // without one, a request for the root lists the bucket
      defaultRootObject: config.indexDocument,
      origin: originsOf(blueprint, bucket),
      defaultCacheBehavior: siteBehaviour(policies, policies.cache.pages),
      orderedCacheBehavior: orderedBehaviours(config, policies),
      customErrorResponse: errorPages(config),
      restrictions: { geoRestriction: geoRestrictionOf(config) },
      viewerCertificate: viewerCertificate(certificateArn),
      ...(webAclArn === undefined ? {} : { webAclId: webAclArn }),
      tags: { Name: config.name },
      lifecycle: { preventDestroy: config.protect },
      ...overrides.distribution,
    }),
    module,
  );
}

// What is not there stays a 404, and what the WAF forbids a 403. An app's paths are no errors: the edge function leads them to it.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html
function errorPages({ routing, errorDocument }: StaticSiteConfig): CloudfrontDistributionCustomErrorResponse[] {
  if (routing === "spa") return [];
  return [{ errorCode: 404, responseCode: 404, responsePagePath: `/${errorDocument}`, errorCachingMinTtl: 10 }];
}

function geoRestrictionOf({ geoRestriction }: StaticSiteConfig): CloudfrontDistributionRestrictionsGeoRestriction {
  // left out, the provider keeps the list that was, which AWS refuses
  if (geoRestriction === "off") return { restrictionType: "none", locations: [] };
  return "allow" in geoRestriction
    ? { restrictionType: "whitelist", locations: geoRestriction.allow }
    : { restrictionType: "blacklist", locations: geoRestriction.deny };
}

// With CloudFront's own name, it alone says which versions of TLS there are.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
function viewerCertificate(certificateArn: string | undefined): CloudfrontDistributionViewerCertificate {
  if (certificateArn === undefined) return { cloudfrontDefaultCertificate: true };
  return { acmCertificateArn: certificateArn, sslSupportMethod: "sni-only", minimumProtocolVersion: "TLSv1.2_2021" };
}
