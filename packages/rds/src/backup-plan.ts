import { BackupPlan, type BackupPlanRuleCopyAction } from "@cdktf/provider-aws/lib/backup-plan/index.js";
import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection/index.js";
import type { BackupVault } from "@cdktf/provider-aws/lib/backup-vault/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js";
import { address, awsName, serviceTrust } from "@groundplan/core";
import { makeVault } from "./backup-vault.js";
import type { Blueprint } from "./blueprint.js";
import type { Region } from "./place.js";

/** What is backed up, and where to. */
export interface BackedUp {
  readonly databaseArn: string;
  readonly home: Region;
  readonly second: Region | undefined;
}

/** AWS Backup: recovery points in a vault of their own, and copies in the second region. */
export function makeBackupPlan(blueprint: Blueprint, { databaseArn, home, second }: BackedUp): BackupVault | undefined {
  const { module, config } = blueprint;
  const { backupPlan: data, name } = config;
  if (data === "off") return undefined;
  const vault = makeVault(blueprint, home, data.lock);
  const copies = data.copyDays === "off" || second === undefined ? [] : [copyTo(makeVault(blueprint, second, data.lock), data.copyDays)];
  const plan = address(
    new BackupPlan(module, "backup-plan", {
      name,
      rule: [
        {
          ruleName: "regular",
          targetVaultName: vault.name,
          schedule: data.schedule,
          lifecycle: { deleteAfter: data.keepDays },
          ...(copies.length === 0 ? {} : { copyAction: copies }),
        },
      ],
    }),
    module,
  );
  const { roleArn, dependsOn } = makeRole(blueprint);
  address(
    new BackupSelection(module, "backup-selection", {
      name,
      planId: plan.id,
      iamRoleArn: roleArn,
      resources: [databaseArn],
      dependsOn,
    }),
    module,
  );
  return vault;
}

function copyTo(vault: BackupVault, days: number): BackupPlanRuleCopyAction {
  return { destinationVaultArn: vault.arn, lifecycle: { deleteAfter: days } };
}

// What AWS Backup needs differs by what it backs up, and grows with it: AWS keeps the list.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html
function makeRole({ module, config }: Blueprint) {
  const { name, accountId, region } = config;
  const role = address(
    new IamRole(module, "backup-role", {
      name: awsName("aws_iam_role", name, region, "backup"),
      assumeRolePolicy: serviceTrust("backup.amazonaws.com", { StringEquals: { "aws:SourceAccount": accountId } }),
    }),
    module,
    "backup",
  );
  const attachment = address(
    new IamRolePolicyAttachment(module, "backup-policy", {
      role: role.name,
      policyArn: "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
    }),
    module,
    "backup",
  );
  return { roleArn: role.arn, dependsOn: [attachment] };
}
