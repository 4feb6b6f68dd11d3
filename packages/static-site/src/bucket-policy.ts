import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy/index.js";
import { address, type PolicyStatement, policyDocument, tlsOnly } from "@groundplan/core";
import type { Blueprint } from "./blueprint.js";
import type { PrivateBucket } from "./private-bucket.js";

/** Where the publisher notes what each version of the site consists of; no visitor's business. */
const versionsPrefix = "_versions/";

/** Lets this one distribution read, and everybody else nothing. It stands beside the distribution, so that there is no circle. */
export function letDistributionRead({ module }: Blueprint, { bucket, privacy }: PrivateBucket, distributionArn: string): S3BucketPolicy {
  return address(
    new S3BucketPolicy(module, "policy", {
      // Both change the bucket's access, and S3 refuses two such changes at once: one refers to the other.
      bucket: privacy.bucket,
      policy: policyDocument(tlsOnly(bucket.arn), ...distributionReads(bucket.arn, distributionArn)),
    }),
    module,
  );
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
function distributionReads(bucketArn: string, distributionArn: string): PolicyStatement[] {
  const distribution = {
    Principal: { Service: "cloudfront.amazonaws.com" },
    Condition: { StringEquals: { "aws:SourceArn": distributionArn } },
  } as const;
  return [
    { Sid: "DistributionReads", Effect: "Allow", ...distribution, Action: ["s3:GetObject"], Resource: `${bucketArn}/*` },
    // who may not list is told 403 of what is not there, in which nobody could tell it from what is forbidden
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_RequestSyntax
    { Sid: "DistributionFindsMissing", Effect: "Allow", ...distribution, Action: ["s3:ListBucket"], Resource: bucketArn },
    {
      Sid: "VersionsAreNotServed",
      Effect: "Deny",
      ...distribution,
      Action: ["s3:GetObject"],
      Resource: `${bucketArn}/${versionsPrefix}*`,
    },
  ];
}
