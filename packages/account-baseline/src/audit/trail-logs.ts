import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, policyDocument, serviceTrust } from "@groundplan/core";
import type { BoundedBlueprint } from "../blueprint.js";
import { trailGroupName, trailRoleName } from "../identity/names.js";

/** Where people and alarms look at what a trail writes. */
export function makeTrailGroup({ module, config, wiring }: BoundedBlueprint): CloudwatchLogGroup {
  const group = new CloudwatchLogGroup(module, "trail-log-group", {
    name: trailGroupName(config),
    retentionInDays: config.audit.trail.logRetentionDays,
    ...(wiring.logsKey === undefined ? {} : { kmsKeyId: wiring.logsKey.keyArn }),
  });
  return address(group, module, "trail");
}

/** A role, and the policy that has to stand before it is used. */
export interface TrailRole {
  readonly roleArn: string;
  readonly policy: IamRolePolicy;
}

/** By which CloudTrail writes there. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html */
export function makeTrailRole({ module, config, boundaryArn }: BoundedBlueprint, group: CloudwatchLogGroup): TrailRole {
  const { name, accountId } = config;
  const role = new IamRole(module, "trail-role", {
    name: trailRoleName(name),
    description: "The trail's events to CloudWatch Logs",
    assumeRolePolicy: serviceTrust("cloudtrail.amazonaws.com", { StringEquals: { "aws:SourceAccount": accountId } }),
    permissionsBoundary: boundaryArn,
  });
  address(role, module, "trail");
  const writes = policyDocument({
    Sid: "TrailWrites",
    Effect: "Allow",
    Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: `${group.arn}:log-stream:${accountId}_CloudTrail_*`,
  });
  const policy = new IamRolePolicy(module, "trail-role-policy", { name: "trail", role: role.name, policy: writes });
  return { roleArn: role.arn, policy: address(policy, module, "trail") };
}
