import type { AwsRequest } from "./evaluate.js";

const boundaryArn = "arn:aws:iam::444444444444:policy/boundary";
const admin = "arn:aws:iam::444444444444:role/shop-admin";
const apply = "arn:aws:iam::444444444444:role/shop-apply";
const state = "arn:aws:s3:::shop-state-444444444444-eu-west-1";
const table = "arn:aws:dynamodb:eu-west-1:444444444444:table/shop-state-locks";
/** A key, by which policies of keys do not matter: what matters are its aliases. */
export const key = "arn:aws:kms:eu-west-1:444444444444:key/11111111-2222-3333-4444-555555555555";
const stateKey = { "kms:ResourceAliases": ["alias/shop-state-444444444444-eu-west-1"] };

/** What ends or weakens what the baseline keeps, in the account 444444444444. */
export const tampering: readonly (readonly [action: string, resource: string, context?: AwsRequest["context"]])[] = [
  ["iam:CreatePolicyVersion", boundaryArn],
  ["iam:SetDefaultPolicyVersion", boundaryArn],
  ["iam:DeletePolicyVersion", boundaryArn],
  ["iam:DeletePolicy", boundaryArn],
  ["iam:UpdateAssumeRolePolicy", admin],
  ["iam:UpdateAssumeRolePolicy", "arn:aws:iam::444444444444:role/OrganizationAccountAccessRole"],
  ["iam:DeleteRole", apply],
  ["iam:DetachRolePolicy", "arn:aws:iam::444444444444:role/shop-read-only", { "iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess" }],
  ["iam:DeleteOpenIDConnectProvider", "arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com"],
  ["iam:UpdateSAMLProvider", "arn:aws:iam::444444444444:saml-provider/okta"],
  ["iam:PutRolePolicy", "arn:aws:iam::444444444444:role/shop-trail", { "iam:PermissionsBoundary": boundaryArn }],
  ["iam:CreateAccessKey", "arn:aws:iam::444444444444:user/alice"],
  ["iam:DeactivateMFADevice", "arn:aws:iam::444444444444:user/alice"],
  ["iam:CreateLoginProfile", "arn:aws:iam::444444444444:user/alice"],
  ["iam:CreateServiceSpecificCredential", "arn:aws:iam::444444444444:user/alice"],
  ["iam:EnableMFADevice", "arn:aws:iam::444444444444:user/alice"],
  ["iam:AddUserToGroup", "arn:aws:iam::444444444444:group/platform"],
  ["iam:PutGroupPolicy", "arn:aws:iam::444444444444:group/platform"],
  ["iam:UpdateAccountPasswordPolicy", "*"],
  ["iam:DeleteAccountAlias", "*"],
  ["cloudtrail:StopLogging", "arn:aws:cloudtrail:eu-west-1:444444444444:trail/shop"],
  ["cloudtrail:DeleteTrail", "arn:aws:cloudtrail:eu-west-1:444444444444:trail/shop"],
  ["cloudtrail:PutEventSelectors", "arn:aws:cloudtrail:eu-west-1:444444444444:trail/shop"],
  ["config:StopConfigurationRecorder", "arn:aws:config:eu-west-1:444444444444:configuration-recorder/default/0123456789abcdef"],
  ["config:DeleteDeliveryChannel", "*"],
  ["guardduty:DeleteDetector", "arn:aws:guardduty:eu-west-1:444444444444:detector/0123456789abcdef"],
  ["guardduty:UpdateDetector", "arn:aws:guardduty:eu-west-1:444444444444:detector/0123456789abcdef"],
  ["guardduty:CreateFilter", "arn:aws:guardduty:eu-west-1:444444444444:detector/0123456789abcdef/filter/quiet"],
  ["guardduty:ArchiveFindings", "*"],
  ["securityhub:BatchUpdateStandardsControlAssociations", "*"],
  ["securityhub:CreateAutomationRule", "*"],
  ["logs:DeleteLogGroup", "arn:aws:logs:eu-west-1:444444444444:log-group:/aws/cloudtrail/shop-trail"],
  ["logs:DeleteMetricFilter", "arn:aws:logs:eu-west-1:444444444444:log-group:/aws/cloudtrail/shop-trail"],
  ["inspector2:Disable", "*"],
  ["macie2:UpdateMacieSession", "*"],
  ["access-analyzer:CreateArchiveRule", "arn:aws:access-analyzer:eu-west-1:444444444444:analyzer/shop-external-access/archive-rule/quiet"],
  ["account:PutAlternateContact", "arn:aws:account::444444444444:account"],
  ["ecs:PutAccountSettingDefault", "*"],
  ["ssm:UpdateServiceSetting", "arn:aws:ssm:eu-west-1:444444444444:servicesetting/ssm/documents/console/public-sharing-permission"],
  ["securityhub:DisableSecurityHub", "arn:aws:securityhub:eu-west-1:444444444444:hub/default"],
  ["access-analyzer:DeleteAnalyzer", "arn:aws:access-analyzer:eu-west-1:444444444444:analyzer/shop-external-access"],
  ["ec2:DisableEbsEncryptionByDefault", "*"],
  ["ec2:DisableSnapshotBlockPublicAccess", "*"],
  ["ec2:ModifyInstanceMetadataDefaults", "*"],
  ["s3:PutAccountPublicAccessBlock", "*"],
  ["s3:DeleteBucket", state],
  ["s3:PutBucketPolicy", state],
  ["s3:PutBucketVersioning", state],
  ["s3:DeleteObjectVersion", `${state}/dev-network.tfstate`],
  ["s3:PutBucketPolicy", "arn:aws:s3:::shop-archive-444444444444"],
  ["s3:DeleteObjectVersion", "arn:aws:s3:::shop-trails-444444444444/AWSLogs/444444444444/CloudTrail/1.json.gz"],
  ["kms:ScheduleKeyDeletion", key, { "kms:ResourceAliases": ["alias/shop-archive"] }],
  ["dynamodb:DeleteTable", table],
  ["kms:ScheduleKeyDeletion", key, stateKey],
  ["kms:PutKeyPolicy", key, stateKey],
  ["kms:DisableKeyRotation", key, stateKey],
  ["kms:DeleteAlias", key, stateKey],
];
