import type { PolicyStatement } from "@groundplan/core";
import type { KmsKeyConfig } from "./config.js";
import { thisKey, use } from "./key-actions.js";

/** Where a key lives: what its policy's conditions speak of. */
export type KeyHome = Pick<KmsKeyConfig, "accountId" | "region" | "sharedWith">;

/** Something of each account that uses a key: a list, as AWS writes it, where there are several. */
export function ofEach(accountIds: readonly string[], write: (accountId: string) => string): string | string[] {
  const [first, ...others] = accountIds.map(write);
  return first !== undefined && others.length === 0 ? first : accountIds.map(write);
}

function usersOf({ accountId, sharedWith }: KeyHome, write: (accountId: string) => string): string | string[] {
  return ofEach([accountId, ...sharedWith], write);
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
export function logGroupsUse(home: KeyHome): PolicyStatement {
  return {
    Sid: "LogGroupsUse",
    Effect: "Allow",
    Principal: { Service: `logs.${home.region}.amazonaws.com` },
    Action: use,
    Resource: thisKey,
    Condition: {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": usersOf(home, (id) => `arn:aws:logs:${home.region}:${id}:log-group:*`) },
    },
  };
}

// Who publishes to an encrypted topic needs its key; an alarm without it fails without a word. EventBridge sends no source
// account, so that the statement is held to the account's topics, whose ARN SNS puts into the encryption context, for all.
// https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
export function publishersEncrypt(home: KeyHome): PolicyStatement {
  return {
    Sid: "PublishersEncrypt",
    Effect: "Allow",
    Principal: { Service: ["cloudwatch", "events", "events.rds", "budgets", "costalerts"].map((name) => `${name}.amazonaws.com`) },
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: thisKey,
    Condition: { ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": usersOf(home, (id) => `arn:aws:sns:${home.region}:${id}:*`) } },
  };
}

/** CloudTrail, Config, and what writes to S3 by log delivery: flow logs, CloudFront, WAF. */
export function auditServicesWrite(home: KeyHome): PolicyStatement[] {
  const fromAccount = { StringEquals: { "aws:SourceAccount": usersOf(home, (id) => id) } };
  const writing = ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"];
  const statement = { Effect: "Allow", Resource: thisKey } as const;
  return [
    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
    {
      Sid: "TrailsEncrypt",
      ...statement,
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: writing,
      Condition: { ArnLike: { "aws:SourceArn": usersOf(home, (id) => `arn:aws:cloudtrail:*:${id}:trail/*`) } },
    },
    // https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
    { Sid: "ConfigEncrypts", ...statement, Principal: { Service: "config.amazonaws.com" }, Action: writing, Condition: fromAccount },
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html
    {
      Sid: "LogDeliveryEncrypts",
      ...statement,
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: use,
      Condition: { ...fromAccount, ArnLike: { "aws:SourceArn": usersOf(home, (id) => `arn:aws:logs:*:${id}:*`) } },
    },
  ];
}

// The distribution is made after the key and its bucket, so that its own ARN would be a circle.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
export function cloudFrontReads({ accountId }: KeyHome): PolicyStatement {
  return {
    Sid: "CloudFrontReads",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: ["kms:Decrypt"],
    Resource: thisKey,
    Condition: {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:aws:cloudfront::${accountId}:distribution/*` },
    },
  };
}

// The role exists once the account has had an auto scaling group; KMS refuses a policy that names one that doesn't.
// https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
export function autoScalingAttaches({ accountId }: KeyHome): PolicyStatement[] {
  const role = `arn:aws:iam::${accountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
  const statement = { Effect: "Allow", Principal: { AWS: role }, Resource: thisKey } as const;
  return [
    { Sid: "AutoScalingUses", ...statement, Action: use },
    {
      Sid: "AutoScalingHoldsGrants",
      ...statement,
      Action: ["kms:CreateGrant"],
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
