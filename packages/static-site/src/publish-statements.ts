import type { PolicyStatement } from "@groundplan/core";
import type { StaticSiteConfig } from "./schema/site.js";

/** What the statements of a publisher are made from. */
export interface PublishedSite extends Pick<StaticSiteConfig, "region" | "accountId"> {
  readonly bucketArn: string;
  readonly distributionArn: string;
  readonly parameterName: string;
  readonly keyArn: string | undefined;
}

/** All that a publish, a rollback and a list of versions do, and nothing else. */
export function publishStatements(site: PublishedSite): PolicyStatement[] {
  const { bucketArn, distributionArn, parameterName, region, accountId } = site;
  return [
    {
      Sid: "FindsTheSite",
      Effect: "Allow",
      Action: ["ssm:GetParameter"],
      Resource: `arn:aws:ssm:${region}:${accountId}:parameter${parameterName}`,
    },
    { Sid: "ListsFiles", Effect: "Allow", Action: ["s3:ListBucket"], Resource: bucketArn },
    {
      Sid: "ChangesFiles",
      Effect: "Allow",
      Action: ["s3:DeleteObject", "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
      Resource: `${bucketArn}/*`,
    },
    {
      Sid: "Invalidates",
      Effect: "Allow",
      Action: ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
      Resource: distributionArn,
    },
    ...keyStatements(site),
  ];
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms
function keyStatements({ keyArn, region }: PublishedSite): PolicyStatement[] {
  if (keyArn === undefined) return [];
  return [
    {
      Sid: "EncryptsFiles",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: keyArn,
      Condition: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
    },
  ];
}

/** What setting a password does. Whoever publishes need not. */
export function passwordStatements(keyValueStoreArn: string | undefined): PolicyStatement[] {
  if (keyValueStoreArn === undefined) return [];
  return [
    {
      Sid: "SetsPasswords",
      Effect: "Allow",
      Action: ["cloudfront-keyvaluestore:DeleteKey", "cloudfront-keyvaluestore:DescribeKeyValueStore", "cloudfront-keyvaluestore:PutKey"],
      Resource: keyValueStoreArn,
    },
  ];
}
