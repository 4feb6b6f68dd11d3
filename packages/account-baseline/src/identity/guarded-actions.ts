/** What changes an identity: a plan has to read them. */
export const identityChanges = ["Add", "Attach", "Create", "Delete", "Detach", "Put", "Remove", "Set", "Tag", "Untag", "Update"].map(
  (verb) => `iam:${verb}*`,
);

/** What opens another way in. */
export const doorChanges = [
  "iam:AddUserToGroup",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreateUser",
  "iam:EnableMFADevice",
  "iam:UpdateLoginProfile",
  "iam:CreateAccountAlias",
  "iam:DeleteAccountAlias",
  "iam:DeleteAccountPasswordPolicy",
  "iam:UpdateAccountPasswordPolicy",
];

/** What takes the state away, or its protection. */
export const stateChanges = [
  "s3:DeleteBucket*",
  "s3:DeleteObjectVersion",
  "s3:PutBucket*",
  "s3:PutEncryptionConfiguration",
  "s3:PutLifecycleConfiguration",
  "dynamodb:DeleteTable",
  "dynamodb:UpdateTable",
  "dynamodb:DeleteResourcePolicy",
  "dynamodb:PutResourcePolicy",
];

const boundaryChanges = ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"];

const auditChanges = [
  "cloudtrail:Delete*",
  "cloudtrail:Put*",
  "cloudtrail:Stop*",
  "cloudtrail:Update*",
  "config:Delete*",
  "config:Put*",
  "config:Stop*",
  "guardduty:Delete*",
  "guardduty:Disassociate*",
  "guardduty:Update*",
  "securityhub:BatchDisable*",
  "securityhub:Delete*",
  "securityhub:Disable*",
  "securityhub:Disassociate*",
  "securityhub:Update*",
  "access-analyzer:Delete*",
  "access-analyzer:Update*",
  "inspector2:Disable*",
  "macie2:Disable*",
];

const defaultChanges = [
  "account:DeleteAlternateContact",
  "account:PutAlternateContact",
  "ec2:DisableEbsEncryptionByDefault",
  "ec2:DisableImageBlockPublicAccess",
  "ec2:DisableSnapshotBlockPublicAccess",
  "ec2:EnableSerialConsoleAccess",
  "ec2:ModifyEbsDefaultKmsKeyId",
  "ec2:ModifyInstanceMetadataDefaults",
  "ec2:ModifyVpcBlockPublicAccessOptions",
  "ec2:ResetEbsDefaultKmsKeyId",
  "s3:PutAccountPublicAccessBlock",
  "ssm:ResetServiceSetting",
  "ssm:UpdateServiceSetting",
];

/** What changes the boundaries of roles, the audit and the account's defaults. */
export const baselineChanges = [...boundaryChanges, ...auditChanges, ...defaultChanges];
