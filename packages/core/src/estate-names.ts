import type { ImageRepository } from "./contracts/image-repository.js";
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
export function pipelineRoleArns({ project, accountId }: Pick<AccountPlace, "project" | "accountId">): {
  readonly plan: string;
  readonly apply: string;
} {
  const arn = (purpose: string): string => `arn:aws:iam::${accountId}:role/${awsName("aws_iam_role", project, purpose)}`;
  return { plan: arn("plan"), apply: arn("apply") };
}

/** The ARN of the estate's permissions boundary in an account: a managed policy of one name in all of them, with its path if it has one. */
export function boundaryArn(accountId: string, policyName: string): string {
  return `arn:aws:iam::${accountId}:policy/${policyName}`;
}

/** Where an environment's own things are named after. */
export interface EnvironmentPlace {
  /** The estate's name. */
  readonly project: string;
  readonly environment: string;
}

/** A repository of the account that holds the estate's images: what pulls from another account computes it, and reads no state. */
export function imageRepository(
  { project, accountId, region }: AccountPlace,
  name: string,
): ImageRepository & { readonly repositoryName: string } {
  const repositoryName = awsName("aws_ecr_repository", `${project}/${name}`);
  return {
    repositoryName,
    repositoryArn: `arn:aws:ecr:${region}:${accountId}:repository/${repositoryName}`,
    repositoryUrl: `${accountId}.dkr.ecr.${region}.amazonaws.com/${repositoryName}`,
  };
}

/** The roles that write an environment's NS record into its parent zone, and no other; they stand in the parent's account. */
export function zoneRoleNames({ project, environment }: EnvironmentPlace): { readonly plan: string; readonly apply: string } {
  const name = (access: string): string => awsName("aws_iam_role", project, "zone", environment, access);
  return { plan: name("plan"), apply: name("apply") };
}

/** The ARNs of those roles, `accountId` being the parent zone's. */
export function zoneRoleArns(place: EnvironmentPlace & Pick<AccountPlace, "accountId">): { readonly plan: string; readonly apply: string } {
  const { plan, apply } = zoneRoleNames(place);
  const arn = (name: string): string => `arn:aws:iam::${place.accountId}:role/${name}`;
  return { plan: arn(plan), apply: arn(apply) };
}

/** The SSM parameter that says how a service is deployed: `/shop/dev/service/api`. */
export function serviceParameterName({ project, environment }: EnvironmentPlace, service: string): string {
  return `/${project}/${environment}/service/${service}`;
}

/** The SSM parameter that says how a site is published: `/shop/dev/site/docs`. */
export function siteParameterName({ project, environment }: EnvironmentPlace, site: string): string {
  return `/${project}/${environment}/site/${site}`;
}
