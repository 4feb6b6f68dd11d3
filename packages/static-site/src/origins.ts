import type { CloudfrontDistributionOrigin } from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import { CloudfrontOriginAccessControl } from "@cdktf/provider-aws/lib/cloudfront-origin-access-control/index.js";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { address, awsName } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import type { Origin } from "./schema/origin.js";

/** What the bucket is called among the origins. */
export const siteOrigin = "site";

/** The bucket, whom CloudFront asks by a signature of its own, and the others. */
export function originsOf(blueprint: Blueprint, bucket: S3Bucket): CloudfrontDistributionOrigin[] {
  return [
    {
      originId: siteOrigin,
      domainName: bucket.bucketRegionalDomainName,
      originAccessControlId: makeAccessControl(blueprint),
    },
    ...Object.entries(blueprint.config.origins).map(([name, origin]) => customOrigin(name, origin)),
  ];
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
function makeAccessControl({ module, config }: Blueprint): string {
  const control = new CloudfrontOriginAccessControl(module, "origin-access-control", {
    name: awsName("aws_cloudfront_origin_access_control", config.name),
    description: `Reads the files of ${config.name}`,
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
    lifecycle: { createBeforeDestroy: true },
  });
  return address(control, module).id;
}

function customOrigin(name: string, { domainName, path, readTimeoutSeconds }: Origin): CloudfrontDistributionOrigin {
  return {
    originId: name,
    domainName,
    originPath: path,
    customOriginConfig: {
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1.2"],
      originReadTimeout: readTimeoutSeconds,
      originKeepaliveTimeout: 5,
    },
  };
}
