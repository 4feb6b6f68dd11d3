import { account, allFlows, type Control, closed, type Evidence, everyRegion, made, watchedBy } from "./control.js";

const trail = (has: Evidence["has"]): Evidence[] => [account("aws_cloudtrail", "trail", has)];
const scanned = (kind: string): Evidence[] =>
  everyRegion("aws_inspector2_enabler", "inspector", { resource_types: { includes: `"${kind}"` } });
const feature = (name: string): Evidence[] => everyRegion("aws_guardduty_detector_feature", name, { status: "ENABLED" });

const agents = (index: number, name: string): Evidence[] => {
  const agent = `additional_configuration.${index}`;
  const has = { status: "ENABLED", [`${agent}.name`]: name, [`${agent}.status`]: "ENABLED" };
  return everyRegion("aws_guardduty_detector_feature", "runtime_monitoring", has);
};

const byDefault = (id: string, title: string, by: readonly Evidence[]): Control => ({ id: `FSBP ${id}`, title, met: "default", by });
const byProp = (id: string, title: string, prop: string, by: readonly Evidence[]): Control => ({
  id: `FSBP ${id}`,
  title,
  met: "prop",
  prop,
  by,
});
const notByCode = (id: string, title: string, why: string, by: readonly Evidence[]): Control => ({
  id: `FSBP ${id}`,
  title,
  met: "notByCode",
  why,
  by,
});

/** AWS's Foundational Security Best Practices, of what an account has. */
export const fsbpAccount: readonly Control[] = [
  byProp("Account.1", "Security contact information is provided", "contacts.security", [
    account("aws_account_alternate_contact", "security", { alternate_contact_type: "SECURITY" }),
  ]),
  byDefault("CloudTrail.1", "A multi-region trail is enabled", trail({ is_multi_region_trail: true })),
  byDefault("CloudTrail.2", "CloudTrail is encrypted at rest", trail({ kms_key_id: "set" })),
  byDefault("CloudTrail.4", "Log file validation is enabled", trail({ enable_log_file_validation: true })),
  byDefault("CloudTrail.5", "Trails are integrated with CloudWatch Logs", trail({ cloud_watch_logs_group_arn: "set" })),
  byDefault("Config.1", "AWS Config is enabled", [
    ...everyRegion("aws_config_configuration_recorder_status", "recorder", { is_enabled: true }),
    account("aws_iam_service_linked_role", "config", { aws_service_name: "config.amazonaws.com" }),
    account("aws_config_configuration_recorder", "recorder", { role_arn: { includes: "aws_iam_service_linked_role." } }),
  ]),
  byDefault(
    "EC2.1",
    "EBS snapshots are not public",
    everyRegion("aws_ebs_snapshot_block_public_access", "snapshots", { state: "block-all-sharing" }),
  ),
  byDefault("EC2.2", "Default security groups allow no traffic", [
    ...everyRegion("aws_default_security_group", "default", closed),
    made("network", "aws_default_security_group.default", closed),
  ]),
  byDefault("EC2.6", "VPC flow logging is enabled in all VPCs", [
    ...everyRegion("aws_flow_log", "default", allFlows),
    made("network", "aws_flow_log", allFlows),
  ]),
  byDefault("EC2.7", "EBS default encryption is enabled", everyRegion("aws_ebs_encryption_by_default", "volumes", { enabled: true })),
  byDefault(
    "EC2.8",
    "Instances use IMDSv2",
    everyRegion("aws_ec2_instance_metadata_defaults", "instance_metadata", { http_tokens: "required" }),
  ),
  byProp(
    "EC2.172",
    "VPC Block Public Access blocks internet gateway traffic",
    "defaults.vpcPublicAccess",
    everyRegion("aws_vpc_block_public_access_options", "vpc_public_access", { internet_gateway_block_mode: "block-bidirectional" }),
  ),
  byDefault("GuardDuty.1", "GuardDuty is enabled", everyRegion("aws_guardduty_detector", "detector", { enable: true })),
  byDefault("GuardDuty.5", "EKS audit log monitoring is enabled", feature("eks_audit_logs")),
  byDefault("GuardDuty.6", "Lambda protection is enabled", feature("lambda_network_logs")),
  byProp("GuardDuty.7", "EKS runtime monitoring is enabled", "audit.guardDuty.features", agents(0, "EKS_ADDON_MANAGEMENT")),
  byDefault("GuardDuty.8", "Malware protection for EC2 is enabled", feature("ebs_malware_protection")),
  byDefault("GuardDuty.9", "RDS protection is enabled", feature("rds_login_events")),
  byDefault("GuardDuty.10", "S3 protection is enabled", feature("s3_data_events")),
  byProp("GuardDuty.11", "Runtime monitoring is enabled", "audit.guardDuty.features", feature("runtime_monitoring")),
  byProp("GuardDuty.12", "ECS runtime monitoring is enabled", "audit.guardDuty.features", agents(1, "ECS_FARGATE_AGENT_MANAGEMENT")),
  byProp("GuardDuty.13", "EC2 runtime monitoring is enabled", "audit.guardDuty.features", agents(2, "EC2_AGENT_MANAGEMENT")),
  byDefault("IAM.1", "Policies do not allow full * administrative privileges", [watchedBy("iam_policy_no_statements_with_admin_access")]),
  byDefault("IAM.2", "Users have no policies attached", [
    { ...account("aws_iam_user_group_membership", "alice", { "groups.0": { includes: "aws_iam_group." } }), account: "security" },
  ]),
  notByCode("IAM.3", "Users' access keys are rotated every 90 days or less", "users make their own keys", [
    watchedBy("access_keys_rotated"),
  ]),
  notByCode("IAM.4", "Root has no access key", "root alone deletes its keys", [watchedBy("iam_root_access_key_check")]),
  notByCode("IAM.5", "MFA is enabled for users with a console password", "a user enrolls its own device", [
    watchedBy("mfa_enabled_for_iam_console_access"),
  ]),
  notByCode("IAM.6", "Hardware MFA is enabled for root", "root alone enrolls its device", [watchedBy("root_account_hardware_mfa_enabled")]),
  byDefault("IAM.7", "Password policies have strong configurations", [
    account("aws_iam_account_password_policy", "", {
      minimum_password_length: { atLeast: 8 },
      max_password_age: { atMost: 90 },
      password_reuse_prevention: { atLeast: 24 },
      require_lowercase_characters: true,
      require_uppercase_characters: true,
      require_numbers: true,
      require_symbols: true,
    }),
  ]),
  notByCode("IAM.8", "Unused user credentials are removed", "when a credential was last used is not known before it was", [
    watchedBy("iam_user_unused_credentials_check"),
  ]),
  byProp("Inspector.1", "EC2 scanning is enabled", "audit.inspector", scanned("EC2")),
  byProp("Inspector.2", "ECR scanning is enabled", "audit.inspector", scanned("ECR")),
  byProp("Inspector.4", "Lambda standard scanning is enabled", "audit.inspector", scanned("LAMBDA")),
  byProp("Macie.1", "Macie is enabled", "audit.macie", everyRegion("aws_macie2_account", "macie", { status: "ENABLED" })),
  byDefault("S3.1", "Block Public Access is enabled for the account", [
    account("aws_s3_account_public_access_block", "", {
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    }),
  ]),
  byDefault("S3.9", "Buckets have server access logging", [account("aws_s3_bucket_logging", "trails", { target_bucket: "set" })]),
  byDefault(
    "SSM.7",
    "Documents block public sharing",
    everyRegion("aws_ssm_service_setting", "documents", {
      setting_id: { includes: "public-sharing-permission" },
      setting_value: "Disable",
    }),
  ),
];
