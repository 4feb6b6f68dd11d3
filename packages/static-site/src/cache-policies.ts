import { CloudfrontCachePolicy, type CloudfrontCachePolicyConfig } from "@cdktf/provider-aws/lib/cloudfront-cache-policy/index.js";
import { address, awsName } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";

/** For how long CloudFront keeps what, by the ids of the policies. */
export interface CachePolicies {
  /** What may change: it is kept for as long as its own `Cache-Control` says. */
  readonly pages: string;
  /** What never changes beneath its name; `undefined` where there is no such thing. */
  readonly immutable: string | undefined;
  /** What an origin lets be kept; `undefined` where none does. */
  readonly origins: string | undefined;
}

type Lifetimes = Pick<CloudfrontCachePolicyConfig, "comment" | "minTtl" | "defaultTtl" | "maxTtl">;

const aYear = 31_536_000;

/** The policies that the site's behaviours name. */
export function makeCachePolicies(blueprint: Blueprint): CachePolicies {
  const { cache, origins } = blueprint.config;
  const { immutableSeconds: seconds } = cache;
  const isKept = Object.values(origins).some((origin) => origin.cache === "origin");
  return {
    // what comes without a Cache-Control is asked for each time
    pages: makePolicy(blueprint, "pages", { comment: "As their Cache-Control says", minTtl: 0, defaultTtl: 0, maxTtl: aYear }),
    immutable:
      cache.immutable.length === 0
        ? undefined
        : makePolicy(blueprint, "immutable", {
            comment: "Never asked for again",
            minTtl: 0,
            defaultTtl: seconds,
            maxTtl: Math.max(seconds, 1),
          }),
    origins: isKept
      ? makePolicy(blueprint, "origins", { comment: "As their Cache-Control says", minTtl: 0, defaultTtl: 0, maxTtl: aYear }, "all")
      : undefined,
  };
}

// No query string, cookie or header of a visitor's reaches the bucket, or makes another copy of a file.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html
function makePolicy(
  { module, config }: Blueprint,
  what: string,
  lifetimes: Lifetimes,
  queryStringBehavior: "all" | "none" = "none",
): string {
  const policy = new CloudfrontCachePolicy(module, `${what}-cache-policy`, {
    name: awsName("aws_cloudfront_cache_policy", config.name, what),
    ...lifetimes,
    parametersInCacheKeyAndForwardedToOrigin: {
      cookiesConfig: { cookieBehavior: "none" },
      headersConfig: { headerBehavior: "none" },
      queryStringsConfig: { queryStringBehavior },
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    },
    lifecycle: { createBeforeDestroy: true },
  });
  return address(policy, module, what).id;
}
