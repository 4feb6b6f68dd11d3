import type { EverythingButStatement, PolicyStatement } from "@groundplan/core";
import type { AccountBaselineConfig } from "../schema/baseline.js";
import { baselineChanges, doorChanges, identityChanges, stateChanges, trailChanges } from "./guarded-actions.js";
import { guardedAliases, guardedArns } from "./guarded-resources.js";
import { ownBoundaryArn, roleArn } from "./names.js";

/** A statement by which the boundary refuses. */
type Denial = PolicyStatement | EverythingButStatement;

/**
 * What a role of the account may at most. A boundary grants nothing: what is allowed here is what a role's own policies allow.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryStatements(config: AccountBaselineConfig): readonly Denial[] {
  return [
    everythingElse,
    rolesCarryIt(config),
    doorsStay(config),
    noCloudShell,
    filesEncrypted,
    baselineStays(config),
    belongingsStay(config),
    keysStay(config),
    ...otherRegions(config),
  ];
}

// Leaving the estate is nobody's, not even a guardian's. https://docs.aws.amazon.com/organizations/latest/APIReference/API_LeaveOrganization.html
const everythingElse: EverythingButStatement = {
  Sid: "WhatPoliciesAllow",
  Effect: "Allow",
  NotAction: ["account:CloseAccount", "organizations:LeaveOrganization"],
  Resource: "*",
};

// A role's boundary is named in the request that makes it, and in those that change its policies.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
function rolesCarryIt(config: AccountBaselineConfig): PolicyStatement {
  return {
    Sid: "RolesCarryIt",
    Effect: "Deny",
    Action: [
      "iam:CreateRole",
      "iam:CreateUser",
      // its boundary and its policies
      "iam:PutRoleP*",
      "iam:PutUserP*",
      "iam:AttachRolePolicy",
      "iam:AttachUserPolicy",
    ],
    Resource: "*",
    Condition: { StringNotEquals: { "iam:PermissionsBoundary": ownBoundaryArn(config) } },
  };
}

/** All but the guardians, who change the baseline. */
function butGuardians(config: AccountBaselineConfig, ...others: readonly string[]): NonNullable<PolicyStatement["Condition"]> {
  return { ArnNotLike: { "aws:PrincipalArn": [roleArn(config, "admin"), ...config.identity.boundary.guardians, ...others] } };
}

// One statement for the resources of several services: an action of one never meets another's.
function belongingsStay(config: AccountBaselineConfig): PolicyStatement {
  return {
    Sid: "BelongingsStay",
    Effect: "Deny",
    Action: [...identityChanges, ...stateChanges, ...trailChanges],
    Resource: guardedArns(config),
    Condition: butGuardians(config),
  };
}

// A user changes its own credentials, as its group's policy says.
function doorsStay(config: AccountBaselineConfig): PolicyStatement {
  return {
    Sid: "DoorsStay",
    Effect: "Deny",
    Action: doorChanges,
    Resource: "*",
    Condition: butGuardians(config, `arn:aws:iam::${config.accountId}:user/*`),
  };
}

// CIS AWS Foundations Benchmark v5.0.0, 1.21
const noCloudShell: PolicyStatement = {
  Sid: "NoCloudShell",
  Effect: "Deny",
  Action: ["iam:Attach*Policy"],
  Resource: "*",
  Condition: { ArnEquals: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AWSCloudShellFullAccess" } },
};

// CIS AWS Foundations Benchmark v5.0.0, 2.3.1
// https://docs.aws.amazon.com/efs/latest/ug/using-iam-to-enforce-encryption-at-rest.html
const filesEncrypted: PolicyStatement = {
  Sid: "FilesEncrypted",
  Effect: "Deny",
  Action: ["elasticfilesystem:CreateFileSystem"],
  Resource: "*",
  Condition: { Bool: { "elasticfilesystem:Encrypted": "false" } },
};

// One statement: a managed policy has 6,144 characters.
function baselineStays(config: AccountBaselineConfig): PolicyStatement {
  return {
    Sid: "BaselineStays",
    Effect: "Deny",
    Action: baselineChanges,
    Resource: "*",
    Condition: butGuardians(config),
  };
}

// The alias says which key it is, so that it stays, too.
function keysStay(config: AccountBaselineConfig): PolicyStatement {
  return {
    Sid: "KeysStay",
    Effect: "Deny",
    Action: ["kms:*Alias", "kms:DisableKey*", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
    Resource: "*",
    Condition: { ...butGuardians(config), "ForAnyValue:StringLike": { "kms:ResourceAliases": guardedAliases(config) } },
  };
}

// What AWS has in one place for all is asked for in us-east-1, as are certificates and alarms of the edge; the services named are
// asked for elsewhere.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion
function otherRegions({ region, identity }: AccountBaselineConfig): Denial[] {
  const { allowedRegions } = identity.boundary;
  if (allowedRegions.length === 0) return [];
  return [
    {
      Sid: "NotElsewhere",
      Effect: "Deny",
      NotAction: ["chatbot:*", "globalaccelerator:*", "networkmanager:*", "sts:*"],
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": [...new Set([region, ...allowedRegions, "us-east-1"])] } },
    },
  ];
}
