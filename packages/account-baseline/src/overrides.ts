import type { AccessanalyzerAnalyzerConfig } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js";
import type { CloudtrailConfig } from "@cdktf/provider-aws/lib/cloudtrail/index.js";
import type { ConfigConfigurationRecorderConfig } from "@cdktf/provider-aws/lib/config-configuration-recorder/index.js";
import type { DefaultVpcConfig } from "@cdktf/provider-aws/lib/default-vpc/index.js";
import type { GuarddutyDetectorConfig } from "@cdktf/provider-aws/lib/guardduty-detector/index.js";
import type { IamAccountPasswordPolicyConfig } from "@cdktf/provider-aws/lib/iam-account-password-policy/index.js";
import type { IamPolicyConfig } from "@cdktf/provider-aws/lib/iam-policy/index.js";
import type { IamRoleConfig } from "@cdktf/provider-aws/lib/iam-role/index.js";
import type { IamUserConfig } from "@cdktf/provider-aws/lib/iam-user/index.js";

/** What the props of a region don't cover, in the resources' own words; it wins over what the module says. */
export interface RegionOverrides {
  /** The analyzer of access from outside. */
  readonly accessAnalyzer?: Partial<AccessanalyzerAnalyzerConfig>;
  readonly defaultVpc?: Partial<DefaultVpcConfig>;
  /** AWS Config's recorder. */
  readonly recorder?: Partial<ConfigConfigurationRecorderConfig>;
  /** GuardDuty's detector. */
  readonly detector?: Partial<GuarddutyDetectorConfig>;
}

/** The same of an account. */
export interface AccountOverrides extends RegionOverrides {
  readonly passwordPolicy?: Partial<IamAccountPasswordPolicyConfig>;
  readonly trail?: Partial<CloudtrailConfig>;
  readonly boundary?: Partial<IamPolicyConfig>;
  /** By name: `admin`, `read-only`, `plan`. */
  readonly role?: (name: string) => Partial<IamRoleConfig>;
  readonly user?: (name: string) => Partial<IamUserConfig>;
}
