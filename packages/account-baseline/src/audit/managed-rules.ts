/** A managed rule of AWS Config. */
export interface ManagedRule {
  /** AWS's identifier: `ROOT_ACCOUNT_MFA_ENABLED`. */
  readonly identifier: string;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/**
 * What is asked of the whole account, in its home region: what code cannot make so, and a person has to see to.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
 */
export const accountRules = {
  iam_root_access_key_check: { identifier: "IAM_ROOT_ACCESS_KEY_CHECK" },
  root_account_mfa_enabled: { identifier: "ROOT_ACCOUNT_MFA_ENABLED" },
  root_account_hardware_mfa_enabled: { identifier: "ROOT_ACCOUNT_HARDWARE_MFA_ENABLED" },
  mfa_enabled_for_iam_console_access: { identifier: "MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS" },
  // CIS AWS Foundations Benchmark v5.0.0, 1.11 and 1.13
  iam_user_unused_credentials_check: { identifier: "IAM_USER_UNUSED_CREDENTIALS_CHECK", parameters: { maxCredentialUsageAge: "45" } },
  access_keys_rotated: { identifier: "ACCESS_KEYS_ROTATED", parameters: { maxAccessKeyAge: "90" } },
  iam_policy_no_statements_with_admin_access: { identifier: "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS" },
} as const satisfies Readonly<Record<string, ManagedRule>>;

/** What is asked of each region. */
export const regionRules = {
  restricted_ssh: { identifier: "INCOMING_SSH_DISABLED" },
  // CIFS, RDP, FTP, and the databases: CIS AWS Foundations Benchmark v5.0.0, 5.1.2, and more
  restricted_common_ports: {
    identifier: "RESTRICTED_INCOMING_TRAFFIC",
    parameters: { blockedPort1: "445", blockedPort2: "3389", blockedPort3: "21", blockedPort4: "3306", blockedPort5: "5432" },
  },
  vpc_default_security_group_closed: { identifier: "VPC_DEFAULT_SECURITY_GROUP_CLOSED" },
} as const satisfies Readonly<Record<string, ManagedRule>>;
