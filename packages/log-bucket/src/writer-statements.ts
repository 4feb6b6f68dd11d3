import { type PolicyStatement, tlsOnly } from "@groundplan/core";
import type { LogBucketConfig } from "./config.js";

type Writer = LogBucketConfig["writers"][number];

/** What the statements of a writer are made from. */
interface Place {
  readonly bucketArn: string;
  /** The accounts whose services may write. */
  readonly from: readonly string[];
}

/** The statements of a log bucket's policy: TLS for all, and each writer's own. Readers are let in by the account's IAM. */
export function bucketPolicy(
  bucketArn: string,
  { writers, sourceAccountIds, undeletable, protect }: Pick<LogBucketConfig, "writers" | "sourceAccountIds" | "undeletable" | "protect">,
): PolicyStatement[] {
  const place = { bucketArn, from: sourceAccountIds };
  const kept = undeletable && protect ? [nobodyDeletes(bucketArn)] : [];
  return [tlsOnly(bucketArn), ...kept, ...[...new Set(writers)].sort().flatMap((writer) => statementsOf[writer](place))];
}

// What S3 deletes by age asks no policy.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html
function nobodyDeletes(bucketArn: string): PolicyStatement {
  return {
    Sid: "NobodyDeletes",
    Effect: "Deny",
    Principal: "*",
    Action: ["s3:BypassGovernanceRetention", "s3:DeleteObject", "s3:DeleteObjectVersion"],
    Resource: `${bucketArn}/*`,
  };
}

const statementsOf: Record<Writer, (place: Place) => PolicyStatement[]> = {
  cloudtrail,
  config,
  "load-balancers": (place) => [loadBalancersWrite(place)],
  "log-delivery": logDelivery,
  "s3-access-logs": (place) => [accessLogsWrite(place)],
};

// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
function cloudtrail({ bucketArn, from }: Place): PolicyStatement[] {
  const service = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" } } as const;
  const trails = { "aws:SourceArn": from.map((accountId) => `arn:aws:cloudtrail:*:${accountId}:trail/*`) };
  return [
    { Sid: "TrailsCheck", ...service, Action: ["s3:GetBucketAcl"], Resource: bucketArn, Condition: { ArnLike: trails } },
    {
      Sid: "TrailsWrite",
      ...service,
      Action: ["s3:PutObject"],
      Resource: `${bucketArn}/*`,
      Condition: { ArnLike: trails, StringEquals: ownersControl },
    },
  ];
}

// https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
function config({ bucketArn, from }: Place): PolicyStatement[] {
  const service = { Effect: "Allow", Principal: { Service: "config.amazonaws.com" } } as const;
  const accounts = { "aws:SourceAccount": from };
  return [
    {
      Sid: "ConfigChecks",
      ...service,
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: bucketArn,
      Condition: { StringEquals: accounts },
    },
    {
      Sid: "ConfigWrites",
      ...service,
      Action: ["s3:PutObject"],
      Resource: from.map((accountId) => `${bucketArn}/*AWSLogs/${accountId}/Config/*`),
      Condition: { StringEquals: { ...accounts, ...ownersControl } },
    },
  ];
}

// The page has no condition for them: the account is in the path, which the service itself makes of the load balancer's.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
function loadBalancersWrite({ bucketArn, from }: Place): PolicyStatement {
  return {
    Sid: "LoadBalancersWrite",
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: ["s3:PutObject"],
    Resource: from.map((accountId) => `${bucketArn}/*AWSLogs/${accountId}/*`),
  };
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
// https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html
function logDelivery({ bucketArn, from }: Place): PolicyStatement[] {
  const service = { Effect: "Allow", Principal: { Service: "delivery.logs.amazonaws.com" } } as const;
  const accounts = { "aws:SourceAccount": from };
  const deliveries = { "aws:SourceArn": from.map((accountId) => `arn:aws:logs:*:${accountId}:*`) };
  return [
    {
      Sid: "LogDeliveryChecks",
      ...service,
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: bucketArn,
      Condition: { StringEquals: accounts, ArnLike: deliveries },
    },
    {
      Sid: "LogDeliveryWrites",
      ...service,
      Action: ["s3:PutObject"],
      Resource: `${bucketArn}/*`,
      Condition: { StringEquals: { ...accounts, ...ownersControl }, ArnLike: deliveries },
    },
  ];
}

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general
function accessLogsWrite({ bucketArn, from }: Place): PolicyStatement {
  return {
    Sid: "AccessLogsWrite",
    Effect: "Allow",
    Principal: { Service: "logging.s3.amazonaws.com" },
    Action: ["s3:PutObject"],
    Resource: `${bucketArn}/*`,
    Condition: { StringEquals: { "aws:SourceAccount": from } },
  };
}

/** The services ask for this; the bucket, which owns its objects, has it anyway. */
const ownersControl = { "s3:x-amz-acl": "bucket-owner-full-control" } as const;
