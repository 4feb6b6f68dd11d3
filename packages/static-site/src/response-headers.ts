import {
  CloudfrontResponseHeadersPolicy,
  type CloudfrontResponseHeadersPolicyConfig,
  type CloudfrontResponseHeadersPolicyCorsConfig,
  type CloudfrontResponseHeadersPolicySecurityHeadersConfig,
} from "@cdktf/provider-aws/lib/cloudfront-response-headers-policy/index.js";
import { address, awsName } from "@groundplan/core";
import { type SecurityHeaders, securityHeaders } from "@groundplan/site-edge";
import type { Blueprint } from "./blueprint.js";
import type { StaticSiteConfig } from "./schema/site.js";

/** What browsers are told beside the content, by the ids of the policies. */
export interface ResponseHeaders {
  readonly files: string;
  /** `undefined` where the site has no other origins. */
  readonly origins: string | undefined;
}

/** The headers of the site's answers, and those of other origins', who set their own but for what holds for the whole name. */
export function makeResponseHeaders(blueprint: Blueprint): ResponseHeaders {
  const { config, overrides } = blueprint;
  const headers = securityHeaders(config);
  const files = makePolicy(blueprint, "files", {
    securityHeadersConfig: siteSecurity(headers),
    ...customOf(headers),
    ...corsOf(config),
    removeHeadersConfig: { items: ofTheBucket.map((header) => ({ header })) },
    ...overrides.responseHeaders,
  });
  const hasOrigins = Object.keys(config.origins).length > 0;
  return { files, origins: hasOrigins ? makePolicy(blueprint, "origins", { securityHeadersConfig: sharedSecurity(headers) }) : undefined };
}

function makePolicy({ module, config }: Blueprint, what: string, policy: Omit<CloudfrontResponseHeadersPolicyConfig, "name">): string {
  const made = new CloudfrontResponseHeadersPolicy(module, `${what}-response-headers`, {
    name: awsName("aws_cloudfront_response_headers_policy", config.name, what),
    // AWS refuses to delete one that a distribution still names: it goes after that
    lifecycle: { createBeforeDestroy: true },
    ...policy,
  });
  return address(made, module, what).id;
}

/** What S3 says of its objects, and is no visitor's business. */
const ofTheBucket = [
  "server",
  "x-amz-replication-status",
  "x-amz-server-side-encryption",
  "x-amz-server-side-encryption-aws-kms-key-id",
  "x-amz-server-side-encryption-bucket-key-enabled",
  "x-amz-version-id",
];

type Security = CloudfrontResponseHeadersPolicySecurityHeadersConfig;

function siteSecurity(headers: SecurityHeaders): Security {
  const { contentSecurityPolicy, frameOptions: frameOption, referrerPolicy } = headers;
  return {
    ...sharedSecurity(headers),
    referrerPolicy: { referrerPolicy, override: true },
    ...(contentSecurityPolicy === undefined ? {} : { contentSecurityPolicy: { contentSecurityPolicy, override: true } }),
    ...(frameOption === undefined ? {} : { frameOptions: { frameOption, override: true } }),
  };
}

/** What holds for all of a name's answers, whoever gives them. */
function sharedSecurity({ hsts }: SecurityHeaders): Security {
  if (hsts === undefined) return { contentTypeOptions: { override: true } };
  const { maxAgeSeconds: accessControlMaxAgeSec, includeSubdomains, preload } = hsts;
  return {
    contentTypeOptions: { override: true },
    strictTransportSecurity: { accessControlMaxAgeSec, includeSubdomains, preload, override: true },
  };
}

function customOf({ custom }: SecurityHeaders): Pick<CloudfrontResponseHeadersPolicyConfig, "customHeadersConfig"> {
  if (custom.length === 0) return {};
  return { customHeadersConfig: { items: custom.map(({ name, value }) => ({ header: name, value, override: true })) } };
}

function corsOf({ cors }: StaticSiteConfig): { readonly corsConfig?: CloudfrontResponseHeadersPolicyCorsConfig } {
  if (cors === undefined) return {};
  return {
    corsConfig: {
      accessControlAllowOrigins: { items: cors.origins },
      accessControlAllowMethods: { items: cors.methods },
      // AWS wants one at least
      accessControlAllowHeaders: { items: cors.headers.length === 0 ? ["content-type"] : cors.headers },
      accessControlAllowCredentials: cors.credentials,
      accessControlMaxAgeSec: cors.maxAgeSeconds,
      originOverride: true,
    },
  };
}
