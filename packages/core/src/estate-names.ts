import { awsName } from "./names.js";

/** What the names of an account's own things are made from. */
export interface AccountPlace {
  /** The estate's name. */
  readonly project: string;
  readonly accountId: string;
  /** The account's home region. */
  readonly region: string;
}

/** Where an account keeps Terraform's state, by name: known before anything of it stands. */
export interface StateNames {
  readonly bucketName: string;
  /** The bucket that takes the state bucket's access logs. */
  readonly logBucketName: string;
  readonly tableName: string;
}

/** Buckets share one namespace across all of AWS, so theirs carry account and region. */
export function stateNames({ project, accountId, region }: AccountPlace): StateNames {
  return {
    bucketName: awsName("aws_s3_bucket", project, "state", accountId, region),
    logBucketName: awsName("aws_s3_bucket", project, "state-logs", accountId, region),
    tableName: awsName("aws_dynamodb_table", project, "state-locks"),
  };
}

/** The roles that a pipeline assumes in an account: one may read and plan, the other may change. */
export function pipelineRoleArns({ project, accountId }: AccountPlace): { readonly plan: string; readonly apply: string } {
  const arn = (purpose: string): string => `arn:aws:iam::${accountId}:role/${awsName("aws_iam_role", project, purpose)}`;
  return { plan: arn("plan"), apply: arn("apply") };
}

/** The ARN of the estate's permissions boundary in an account: a managed policy of one name in all of them, with its path if it has one. */
export function boundaryArn(accountId: string, policyName: string): string {
  return `arn:aws:iam::${accountId}:policy/${policyName}`;
}
