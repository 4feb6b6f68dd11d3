/** What changes an identity: a plan has to read them. */
export const identityChanges = ["Add", "Attach", "Create", "Delete", "Detach", "Put", "Remove", "Set", "Tag", "Untag", "Update"].map(
  (verb) => `iam:${verb}*`,
);

/** What opens another way in. */
export const doorChanges = [
  "iam:AddUserToGroup",
  // but their lists, which a plan reads
  "iam:*AccessKey",
  "iam:*MFADevice",
  "iam:CreateLoginProfile",
  "iam:CreateServiceSpecificCredential",
  "iam:CreateUser",
  "iam:UpdateLoginProfile",
  "iam:UploadSSHPublicKey",
  "iam:UploadSigningCertificate",
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

/** What takes away, or blinds, the events that alarms look at; the trail itself puts them. */
export const trailChanges = ["logs:Delete*", "logs:PutMetricFilter", "logs:PutRetentionPolicy"];

const boundaryChanges = ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"];

const auditChanges = [
  "cloudtrail:Delete*",
  "cloudtrail:Put*",
  "cloudtrail:Stop*",
  "cloudtrail:Update*",
  "config:Delete*",
  "config:Disassociate*",
  "config:Put*",
  "config:Stop*",
  // filters and trusted addresses hide findings, as automation rules do
  "guardduty:Archive*",
  "guardduty:Create*",
  "guardduty:Delete*",
  "guardduty:Disassociate*",
  "guardduty:Stop*",
  "guardduty:Update*",
  "securityhub:BatchD*",
  "securityhub:BatchUpdate*",
  "securityhub:Create*",
  "securityhub:Delete*",
  "securityhub:Disa*",
  "securityhub:Update*",
  "access-analyzer:Apply*",
  "access-analyzer:Create*",
  "access-analyzer:Delete*",
  "access-analyzer:Update*",
  "inspector2:CreateFilter",
  "inspector2:Disable*",
  "inspector2:Update*",
  "macie2:CreateFindingsFilter",
  "macie2:Disable*",
  "macie2:Update*",
];

const defaultChanges = [
  "account:Delete*",
  "account:Put*",
  "ec2:DisableEbsEncryptionByDefault",
  "ec2:DisableImageBlockPublicAccess",
  "ec2:DisableSnapshotBlockPublicAccess",
  "ec2:EnableSerialConsoleAccess",
  "ec2:ModifyEbsDefaultKmsKeyId",
  "ec2:ModifyInstanceMetadataDefaults",
  "ec2:ModifyVpcBlockPublicAccessOptions",
  "ec2:ResetEbsDefaultKmsKeyId",
  "ecs:PutAccountSettingDefault",
  "s3:PutAccountPublicAccessBlock",
  "ssm:ResetServiceSetting",
  "ssm:UpdateServiceSetting",
];

/** What changes the boundaries of roles, the audit and the account's defaults. */
export const baselineChanges = [...boundaryChanges, ...auditChanges, ...defaultChanges];
