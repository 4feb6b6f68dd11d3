import { awsName, boundaryArn, pipelineRoleArns } from "@groundplan/core";
import type { AccountBaselineConfig } from "../schema/baseline.js";
import { type RoleName, roleNames } from "../schema/roles.js";

type Place = Pick<AccountBaselineConfig, "name" | "accountId">;

/** The name of a role that people assume, the same in every account of the estate. */
export function roleName(estate: string, role: RoleName): string {
  return awsName("aws_iam_role", estate, role);
}

export function roleArn({ name, accountId }: Place, role: RoleName): string {
  return `arn:aws:iam::${accountId}:role/${roleName(name, role)}`;
}

/** Every role that the baseline makes for people and pipelines. */
export function identityArns({ name, accountId }: Place): readonly string[] {
  const { plan, apply } = pipelineRoleArns({ project: name, accountId });
  return [...roleNames.map((role) => roleArn({ name, accountId }, role)), plan, apply];
}

/** What every member of a group has. */
export function secondFactorName(estate: string): string {
  return awsName("aws_iam_policy", estate, "second-factor");
}

/** The role by which CloudTrail writes to its log group. */
export function trailRoleName(estate: string): string {
  return awsName("aws_iam_role", estate, "trail");
}

/** A trail that stands keeps its name: another one would be another trail. */
export function trailName({ name, existing }: Pick<AccountBaselineConfig, "name" | "existing">): string {
  return existing.trail === undefined ? `${name}-trail` : existing.trail;
}

/** The log group of the trail's events. */
export function trailGroupName(config: Pick<AccountBaselineConfig, "name" | "existing">): string {
  return awsName("aws_cloudwatch_log_group", `/aws/cloudtrail/${trailName(config)}`);
}

/** The ARN of a policy: AWS's own are given by name. */
export function policyArn(nameOrArn: string): string {
  return nameOrArn.startsWith("arn:") ? nameOrArn : `arn:aws:iam::aws:policy/${nameOrArn}`;
}

/** The boundary's ARN, which its own policy has to name. */
export function ownBoundaryArn({ accountId, identity }: AccountBaselineConfig): string {
  return boundaryArn(accountId, identity.boundary.policyName);
}
