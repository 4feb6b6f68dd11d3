import type {
  CloudfrontDistributionDefaultCacheBehavior,
  CloudfrontDistributionOrderedCacheBehavior,
} from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import type { CachePolicies } from "./cache-policies.js";
import { siteOrigin } from "./origins.js";
import type { ResponseHeaders } from "./response-headers.js";
import type { Origin } from "./schema/origin.js";
import type { StaticSiteConfig } from "./schema/site.js";

/** What the behaviours are made from. */
export interface Policies {
  readonly cache: CachePolicies;
  readonly headers: ResponseHeaders;
  readonly functionArn: string;
}

const reading = ["GET", "HEAD", "OPTIONS"];
const all = [...reading, "DELETE", "PATCH", "POST", "PUT"];

/** AWS's own policies. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
const allViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

/** How files of the site are asked for: read alone, by HTTPS, past the edge function. */
export function siteBehaviour(policies: Policies, cachePolicyId: string): CloudfrontDistributionDefaultCacheBehavior {
  return {
    targetOriginId: siteOrigin,
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: reading,
    cachedMethods: ["GET", "HEAD"],
    compress: true,
    cachePolicyId,
    responseHeadersPolicyId: policies.headers.files,
    functionAssociation: [{ eventType: "viewer-request", functionArn: policies.functionArn }],
  };
}

/** The paths that are not as all others are: other origins' first, then what never changes. */
export function orderedBehaviours(config: StaticSiteConfig, policies: Policies): CloudfrontDistributionOrderedCacheBehavior[] {
  const { immutable } = policies.cache;
  return [
    ...Object.entries(config.origins).flatMap(([name, origin]) =>
      origin.paths.map((pathPattern) => ({ pathPattern, ...originBehaviour(name, origin, policies) })),
    ),
    ...(immutable === undefined
      ? []
      : config.cache.immutable.map((pathPattern) => ({ pathPattern, ...siteBehaviour(policies, immutable) }))),
  ];
}

/** Routing and passwords are the site's; an origin has its own. */
function originBehaviour(name: string, { methods, cache }: Origin, policies: Policies): CloudfrontDistributionDefaultCacheBehavior {
  const kept = cache === "origin" ? policies.cache.origins : undefined;
  const { origins: responseHeadersPolicyId } = policies.headers;
  return {
    targetOriginId: name,
    // a redirected POST would lose its body
    viewerProtocolPolicy: "https-only",
    allowedMethods: methods === "read" ? reading : all,
    cachedMethods: ["GET", "HEAD"],
    compress: true,
    ...(kept === undefined
      ? { cachePolicyId: cachingDisabled, originRequestPolicyId: allViewerExceptHostHeader }
      : { cachePolicyId: kept }),
    ...(responseHeadersPolicyId === undefined ? {} : { responseHeadersPolicyId }),
  };
}
