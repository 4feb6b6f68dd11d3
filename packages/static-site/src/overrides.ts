import type { CloudfrontDistributionConfig } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import type { CloudfrontFunctionConfig } from "@cdktf/provider-aws/lib/cloudfront-function/index.js";
import type { CloudfrontResponseHeadersPolicyConfig } from "@cdktf/provider-aws/lib/cloudfront-response-headers-policy/index.js";
import type { S3BucketConfig } from "@cdktf/provider-aws/lib/s3-bucket/index.js";

/**
 * What the props don't cover, in the resources' own words; it wins over what the module says.
 *
 * @example { distribution: { webAclId: sharedWebAcl.webAclArn } }
 */
export interface StaticSiteOverrides {
  readonly bucket?: Partial<S3BucketConfig>;
  readonly replicaBucket?: Partial<S3BucketConfig>;
  readonly distribution?: Partial<CloudfrontDistributionConfig>;
  readonly function?: Partial<CloudfrontFunctionConfig>;
  readonly responseHeaders?: Partial<CloudfrontResponseHeadersPolicyConfig>;
}
