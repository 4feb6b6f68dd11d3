// Generated from config.ts by `npm run generate`.

/** The data that `AccountBaseline` is made from. */
export interface AccountBaselineData {
  /** The estate's name, the first part of AWS names, such as `shop`. */
  readonly name: string;
  /** The account that the baseline is of. */
  readonly accountId: string;
  /** What the account is for. */
  readonly accountKind: "management" | "security" | "shared" | "workload";
  /** The region that it is made in: for an account its home region, such as `eu-west-1`. */
  readonly region: string;
  /** The account whose users may come in by role, and that holds what is kept for all. */
  readonly securityAccountId: string;
  /** Who comes in, and what they may at most. */
  readonly identity?: {
    /** The account's name in the sign-in URL, unique in all of AWS. */
    readonly alias?: string | undefined;
    /** What users' passwords must be; upper and lower case, digits and symbols are always asked for. */
    readonly passwordPolicy?: {
      /** Characters that a password has at least. 6 to 128. @default 14 */
      readonly minimumLength?: number | undefined;
      /** Days after which a password has to be changed. 1 to 1095. @default 90 */
      readonly maxPasswordAgeDays?: number | undefined;
      /** Earlier passwords that cannot be taken again. 1 to 24. @default 24 */
      readonly rememberedPasswords?: number | undefined;
    } | undefined;
    /** The roles that people of the security account assume, with a second factor. */
    readonly roles?: {
      /** Everything, and alone the changing of what the boundary guards. */
      readonly admin?: {
        /** Whether there is such a role. @default true */
        readonly enabled?: boolean | undefined;
        /** What it may: AWS's managed policies by name, or others by ARN. @default ["AdministratorAccess"] */
        readonly policies?: readonly string[] | undefined;
        /** Hours for which a session of it lasts at most. 1 to 12. @default 1 */
        readonly maxSessionHours?: number | undefined;
        /** Minutes that may have passed since the caller's second factor was shown. 5 to 720. @default 60 */
        readonly maxMfaAgeMinutes?: number | undefined;
      } | undefined;
      /** Everything but identities. */
      readonly power?: {
        /** Whether there is such a role. @default true */
        readonly enabled?: boolean | undefined;
        /** What it may: AWS's managed policies by name, or others by ARN. @default ["PowerUserAccess"] */
        readonly policies?: readonly string[] | undefined;
        /** Hours for which a session of it lasts at most. 1 to 12. @default 4 */
        readonly maxSessionHours?: number | undefined;
        /** Minutes that may have passed since the caller's second factor was shown. 5 to 720. @default 60 */
        readonly maxMfaAgeMinutes?: number | undefined;
      } | undefined;
      /** Looking. */
      readonly "read-only"?: {
        /** Whether there is such a role. @default true */
        readonly enabled?: boolean | undefined;
        /** What it may: AWS's managed policies by name, or others by ARN. @default ["ReadOnlyAccess"] */
        readonly policies?: readonly string[] | undefined;
        /** Hours for which a session of it lasts at most. 1 to 12. @default 8 */
        readonly maxSessionHours?: number | undefined;
        /** Minutes that may have passed since the caller's second factor was shown. 5 to 720. @default 60 */
        readonly maxMfaAgeMinutes?: number | undefined;
      } | undefined;
      /** Invoices, budgets and costs. */
      readonly billing?: {
        /** Whether there is such a role. @default true */
        readonly enabled?: boolean | undefined;
        /** What it may: AWS's managed policies by name, or others by ARN. @default ["job-function/Billing"] */
        readonly policies?: readonly string[] | undefined;
        /** Hours for which a session of it lasts at most. 1 to 12. @default 8 */
        readonly maxSessionHours?: number | undefined;
        /** Minutes that may have passed since the caller's second factor was shown. 5 to 720. @default 60 */
        readonly maxMfaAgeMinutes?: number | undefined;
      } | undefined;
      /** Cases with AWS Support. */
      readonly support?: {
        /** Whether there is such a role. @default true */
        readonly enabled?: boolean | undefined;
        /** What it may: AWS's managed policies by name, or others by ARN. @default ["AWSSupportAccess"] */
        readonly policies?: readonly string[] | undefined;
        /** Hours for which a session of it lasts at most. 1 to 12. @default 8 */
        readonly maxSessionHours?: number | undefined;
        /** Minutes that may have passed since the caller's second factor was shown. 5 to 720. @default 60 */
        readonly maxMfaAgeMinutes?: number | undefined;
      } | undefined;
    } | undefined;
    /** Whether who assumes a role must name themselves as the session's source identity; the console cannot. Nobody can give another's name. @default "optional" */
    readonly sourceIdentity?: "optional" | "required" | undefined;
    /** The permissions boundary that every role carries. */
    readonly boundary?: {
      /** The managed policy's name, with its path: the estate's `permissionsBoundary`. @default "boundary" */
      readonly policyName?: string | undefined;
      /** Roles, by ARN, that may change what the policy guards, beside `admin`; `*` stands for any characters. @default [] */
      readonly guardians?: readonly string[] | undefined;
      /** Regions in which anything may be done, beside what AWS has in one place for all. Default: every one. @default [] */
      readonly allowedRegions?: readonly string[] | undefined;
    } | undefined;
    /** SAML identity providers, by name. */
    readonly samlProviders?: { readonly [name: string]: {
      /** The metadata document that the identity provider publishes: its XML. */
      readonly metadata: string;
    } } | undefined;
    /** OIDC identity providers, by a name of one's own; GitHub's comes with `pipelines`. */
    readonly oidcProviders?: { readonly [name: string]: {
      /** The issuer's URL, as its tokens say it. */
      readonly url: string;
      /** The audiences of its tokens. @default ["sts.amazonaws.com"] */
      readonly clientIds?: readonly string[] | undefined;
    } } | undefined;
    /** The roles that GitHub's workflows plan and apply by. Default: none. */
    readonly pipelines?: {
      /** The repository whose workflows may assume the roles. */
      readonly repository: string;
      /** The estate's environments in this account: a workflow comes from GitHub's environment `plan-<name>` or `apply-<name>`, and from no other. */
      readonly environments: readonly string[];
      /** Hours for which a run's session lasts at most. 1 to 12. @default 2 */
      readonly maxSessionHours?: number | undefined;
    } | undefined;
    /** Groups of users, by name; every member needs a second factor for anything else than getting one. Security account only. */
    readonly groups?: { readonly [name: string]: {
      /** Roles that its members may assume. @default [] */
      readonly roles?: readonly ("admin" | "power" | "read-only" | "billing" | "support")[] | undefined;
      /** The accounts in which they may. Default: none. @default [] */
      readonly accountIds?: readonly string[] | undefined;
      /** What its members may in the security account itself, beside looking after their own credentials. @default [] */
      readonly policies?: readonly string[] | undefined;
    } } | undefined;
    /** Users, by name, without keys, passwords or policies of their own. Security account only. */
    readonly users?: { readonly [name: string]: {
      /** The groups that give the user what it may. */
      readonly groups: readonly string[];
    } } | undefined;
    /** Look for access that nobody uses, at 0.20 USD a month for each role and user. Default: no. */
    readonly unusedAccess?: {
      /** Days after which a role, a key or a permission counts as unused. 1 to 365. @default 90 */
      readonly afterDays?: number | undefined;
    } | undefined;
  } | undefined;
  /** Whom AWS tells, beside root's address: security, operations, billing. */
  readonly contacts?: {
    /** For notices about abuse and attacks. AWS writes to root's own address alone where there is none. */
    readonly security?: {
      /** Whom AWS asks for. */
      readonly name: string;
      /** What they are, such as `Security team`. */
      readonly title: string;
      /** Where AWS writes to: a list, rather than a person. */
      readonly email: string;
      /** Where AWS calls. */
      readonly phone: string;
    } | undefined;
    /** For notices about what runs. */
    readonly operations?: {
      /** Whom AWS asks for. */
      readonly name: string;
      /** What they are, such as `Security team`. */
      readonly title: string;
      /** Where AWS writes to: a list, rather than a person. */
      readonly email: string;
      /** Where AWS calls. */
      readonly phone: string;
    } | undefined;
    /** For invoices. */
    readonly billing?: {
      /** Whom AWS asks for. */
      readonly name: string;
      /** What they are, such as `Security team`. */
      readonly title: string;
      /** Where AWS writes to: a list, rather than a person. */
      readonly email: string;
      /** Where AWS calls. */
      readonly phone: string;
    } | undefined;
  } | undefined;
  /** What the account and its home region do where nothing is said. */
  readonly defaults?: {
    /** Whether a bucket of the account can be made public at all. @default "blocked" */
    readonly s3PublicAccess?: "blocked" | "allowed" | undefined;
    /** What a new volume is where nothing is said. @default "encrypted" */
    readonly volumes?: "encrypted" | "unencrypted" | undefined;
    /** Whether snapshots of volumes can be shared with everybody. @default "block-all-sharing" */
    readonly snapshots?: "block-all-sharing" | "block-new-sharing" | "unblocked" | undefined;
    /** Whether machine images can be shared with everybody. @default "block-new-sharing" */
    readonly images?: "block-new-sharing" | "unblocked" | undefined;
    /** What a new instance has where nothing is said. */
    readonly instanceMetadata?: {
      /** Whether an instance's metadata asks for a token: IMDSv2. @default "required" */
      readonly tokens?: "required" | "optional" | undefined;
      /** Network hops that an answer takes at most; a container on an instance is 2 away. 1 to 64. @default 1 */
      readonly hopLimit?: number | undefined;
    } | undefined;
    /** Access to instances by their serial console. @default "off" */
    readonly serialConsole?: "off" | "on" | undefined;
    /** Whether VPCs may be reached by internet gateways; public load balancers need it, or an exclusion of their VPC. @default "allowed" */
    readonly vpcPublicAccess?: "allowed" | "block-ingress" | "block-bidirectional" | undefined;
    /** The region's default VPC: taken over, its routes, its security group and its ACL emptied; or left alone, where there is none. @default "closed" */
    readonly defaultVpc?: "closed" | "untouched" | undefined;
    /** What is looked at for access from outside. The organization: by the management or the security account. @default "account" */
    readonly accessAnalyzer?: "account" | "organization" | "off" | undefined;
    /** What ECS clusters measure where nothing is said. @default "enabled" */
    readonly containerInsights?: "enhanced" | "enabled" | "disabled" | undefined;
    /** Days between AWS's notice and the end of a Fargate task that it retires. @default 7 */
    readonly taskRetirementWaitDays?: 0 | 7 | 14 | undefined;
    /** Whether Systems Manager documents can be shared with everybody. @default "private" */
    readonly documents?: "private" | "public" | undefined;
  } | undefined;
  /** What is written down, watched and told. */
  readonly audit?: {
    /** Who is told of alarms and findings, by a topic of the account's own, where none is wired. Default: nobody. */
    readonly alerts?: {
      /** Addresses that get a mail, once they have confirmed by the link in the first one. @default [] */
      readonly email?: readonly string[] | undefined;
    } | undefined;
    /** The trail of all regions: validated, encrypted, to the archive and to CloudWatch Logs. */
    readonly trail?: {
      /** Days for which CloudWatch keeps the events, where alarms and people look; the archive keeps them for longer. @default 365 */
      readonly logRetentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653 | undefined;
      /** Write down who gets at objects in S3, at 0.10 USD for 100,000 events. Default: no. */
      readonly dataEvents?: {
        /** Whose objects are watched: all buckets of the account, or those of these ARNs, such as the sites'. */
        readonly buckets: "all" | readonly string[];
        /** Which accesses are written down. @default "all" */
        readonly events?: "all" | "reads" | "writes" | undefined;
      } | undefined;
      /** Look for unusual rates of calls or of errors, at 0.35 USD for 100,000 events looked at. @default [] */
      readonly insights?: readonly ("ApiCallRateInsight" | "ApiErrorRateInsight")[] | undefined;
    } | undefined;
    /** How many events in five minutes are too many, by the alarm's name; `off` makes no such alarm. Default: one, of each. */
    readonly alarms?: { readonly "unauthorized_api_calls"?: number | "off" | undefined; readonly "sign_in_without_mfa"?: number | "off" | undefined; readonly "root_usage"?: number | "off" | undefined; readonly "iam_policy_changes"?: number | "off" | undefined; readonly "cloudtrail_changes"?: number | "off" | undefined; readonly "sign_in_failures"?: number | "off" | undefined; readonly "kms_key_deletion"?: number | "off" | undefined; readonly "bucket_policy_changes"?: number | "off" | undefined; readonly "config_changes"?: number | "off" | undefined; readonly "security_group_changes"?: number | "off" | undefined; readonly "network_acl_changes"?: number | "off" | undefined; readonly "network_gateway_changes"?: number | "off" | undefined; readonly "route_table_changes"?: number | "off" | undefined; readonly "vpc_changes"?: number | "off" | undefined; readonly "organizations_changes"?: number | "off" | undefined } | undefined;
    /** AWS Config: what was changed, and whether it is as it should be. */
    readonly config?: {
      /** Whether changes are recorded. @default true */
      readonly enabled?: boolean | undefined;
      /** Each change, at 0.003 USD; or one a day and resource that changed, at 0.012 USD. @default "continuous" */
      readonly frequency?: "continuous" | "daily" | undefined;
      /** Managed rules beside the baseline's own, by a name of yours, at 0.001 USD an evaluation. */
      readonly rules?: { readonly [name: string]: {
        /** AWS's identifier of the rule. */
        readonly identifier: string;
        /** Its parameters, as texts. */
        readonly parameters?: { readonly [name: string]: string } | undefined;
      } } | undefined;
      /** The baseline's rules that are not wanted, by their names. @default [] */
      readonly withoutRules?: readonly string[] | undefined;
      /** Conformance packs, by a name of yours. */
      readonly conformancePacks?: { readonly [name: string]: string } | undefined;
    } | undefined;
    /** GuardDuty: who is attacking. */
    readonly guardDuty?: {
      /** Whether threats are looked for. @default true */
      readonly enabled?: boolean | undefined;
      /** What is looked at beside trails, flows and names; the others are switched off. @default ["S3_DATA_EVENTS","EKS_AUDIT_LOGS","EBS_MALWARE_PROTECTION","RDS_LOGIN_EVENTS","LAMBDA_NETWORK_LOGS"] */
      readonly features?: readonly ("S3_DATA_EVENTS" | "EKS_AUDIT_LOGS" | "EBS_MALWARE_PROTECTION" | "RDS_LOGIN_EVENTS" | "LAMBDA_NETWORK_LOGS" | "RUNTIME_MONITORING")[] | undefined;
      /** How often a finding that comes again is told again; a new one is told within five minutes. @default "FIFTEEN_MINUTES" */
      readonly publishing?: "FIFTEEN_MINUTES" | "ONE_HOUR" | "SIX_HOURS" | undefined;
      /** How severe a finding has to be for the topic to be told of it. @default "medium" */
      readonly tellFrom?: "low" | "medium" | "high" | "critical" | undefined;
    } | undefined;
    /** Security Hub: what is not as it should be. */
    readonly securityHub?: {
      /** Whether there is a hub. @default true */
      readonly enabled?: boolean | undefined;
      /** What the account is checked against, at 0.001 USD a check: a control of several standards is checked once. @default ["cis-5.0","fsbp"] */
      readonly standards?: readonly ("cis-5.0" | "fsbp" | "nist-800-53" | "pci-4.0")[] | undefined;
      /** Whether the findings of all regions are seen in the home region. @default "all-regions" */
      readonly aggregation?: "all-regions" | "off" | undefined;
    } | undefined;
    /** Amazon Inspector: known weaknesses of instances, images and functions, from 0.01 USD an image. Default: no. */
    readonly inspector?: {
      /** What is scanned. @default ["EC2","ECR","LAMBDA"] */
      readonly scans?: readonly ("EC2" | "ECR" | "LAMBDA" | "LAMBDA_CODE")[] | undefined;
    } | undefined;
    /** Amazon Macie: what lies in buckets, at 0.10 USD a bucket and month. Default: no. */
    readonly macie?: {
      /** How often a finding that comes again is told again. @default "FIFTEEN_MINUTES" */
      readonly publishing?: "FIFTEEN_MINUTES" | "ONE_HOUR" | "SIX_HOURS" | undefined;
    } | undefined;
  } | undefined;
  /** The estate's accounts, whose logs the archive takes and who use the central keys. Security account only. @default [] */
  readonly estateAccountIds?: readonly string[] | undefined;
  /** Refuse a plan that destroys the archive and keys, and everybody the deletion of a log. Off, and applied, a destroy takes the logs. @default true */
  readonly protect?: boolean | undefined;
  /** The buckets and the key of the logs, where no `logArchive` is wired: in the security account those of the estate. */
  readonly archive?: {
    /** Days after which a log is deleted. At least 1. @default 365 */
    readonly expireAfterDays?: number | undefined;
    /** When logs go to cheaper storage. @default [] */
    readonly transitions?: readonly {
      /** Days after an object was written. At least 0. */
      readonly afterDays: number;
      /** Where it goes. */
      readonly storageClass: "STANDARD_IA" | "INTELLIGENT_TIERING" | "GLACIER_IR" | "GLACIER" | "DEEP_ARCHIVE";
    }[] | undefined;
    /** Keep trails from being deleted, by anybody. Config delivers to no locked bucket, so that all else is not locked. */
    readonly objectLock?: {
      /** `governance`: who has `s3:BypassGovernanceRetention` may still delete. `compliance`: nobody can, root and AWS included. */
      readonly mode: "governance" | "compliance";
      /** Days for which a trail's file cannot be deleted. 1 to 36500. */
      readonly days: number;
    } | undefined;
  } | undefined;
  /** What may be spent, and who is told. */
  readonly money?: {
    /** Who is told by mail, beside the topic. Budgets and anomalies ask for one of both. @default [] */
    readonly email?: readonly string[] | undefined;
    /** Budgets, by name; they cost nothing. */
    readonly budgets?: { readonly [name: string]: {
      /** What may be spent in a period, in USD. */
      readonly limitUsd: number;
      /** The period. @default "MONTHLY" */
      readonly period?: "MONTHLY" | "QUARTERLY" | "ANNUALLY" | undefined;
      /** AWS services, as the bill names them, such as `Amazon Elastic Container Service`. Default: all. @default [] */
      readonly services?: readonly string[] | undefined;
      /** Tell when so many percent of the limit are spent. @default [80,100] */
      readonly spentPercent?: readonly number[] | undefined;
      /** Tell when AWS expects so many percent to be spent by the end of the period. @default [100] */
      readonly forecastPercent?: readonly number[] | undefined;
    } } | undefined;
    /** Tell of costs that AWS does not expect. Default: no. A new account has a monitor already: give it as `existing.anomalyMonitor`. */
    readonly anomalies?: {
      /** How much more than expected a service has to cost, in USD. @default 100 */
      readonly minimumUsd?: number | undefined;
    } | undefined;
    /** Tags by which bills are split. Management account only. AWS knows a tag a day after its first use: sooner, it answers that it cannot find the key. @default [] */
    readonly costAllocationTags?: readonly string[] | undefined;
  } | undefined;
  /** `central`: the security account makes keys for all of `estateAccountIds`, and the others find them by their alias. `account`: each has its own. @default "account" */
  readonly keys?: "account" | "central" | undefined;
  /** What stands already, by its identifiers: it is imported, and not made twice. */
  readonly existing?: {
    /** The account's alias, which `identity.alias` then is. */
    readonly accountAlias?: string | undefined;
    /** Whether the policy of the boundary's name stands; it is given the baseline's statements. @default false */
    readonly boundary?: boolean | undefined;
    /** The analyzer of access that nobody uses. */
    readonly unusedAccessAnalyzer?: string | undefined;
    /** SAML providers' ARNs, by the names in `identity.samlProviders`. */
    readonly samlProviders?: { readonly [name: string]: string } | undefined;
    /** OIDC providers' ARNs, by the names in `identity.oidcProviders`, and `github`. */
    readonly oidcProviders?: { readonly [name: string]: string } | undefined;
    /** Those of `identity.users` that stand already. @default [] */
    readonly users?: readonly string[] | undefined;
    /** Those of `identity.groups` that stand already. @default [] */
    readonly groups?: readonly string[] | undefined;
    /** The name of the trail of all regions whose home is the account's home region. */
    readonly trail?: string | undefined;
    /** Whether the role `AWSServiceRoleForConfig` stands: it does where AWS Config was ever set up in the console. @default false */
    readonly configRole?: boolean | undefined;
    /** The ARN of Security Hub's finding aggregator. */
    readonly findingAggregator?: string | undefined;
    /** The ARN of the cost anomaly monitor of services, of which an account has one. */
    readonly anomalyMonitor?: string | undefined;
    /** The analyzer of access from outside; an account has one a region. */
    readonly accessAnalyzer?: string | undefined;
    /** The name of AWS Config's recorder, mostly `default`; an account has one a region. */
    readonly recorder?: string | undefined;
    /** The name of AWS Config's delivery channel, mostly `default`; an account has one a region. */
    readonly deliveryChannel?: string | undefined;
    /** The id of GuardDuty's detector; an account has one a region. */
    readonly detector?: string | undefined;
    /** Whether Security Hub is on in the region. @default false */
    readonly securityHub?: boolean | undefined;
    /** Whether Macie is on in the region. @default false */
    readonly macie?: boolean | undefined;
  } | undefined;
}

/** The data that `RegionBaseline` is made from. */
export interface RegionBaselineData {
  /** The estate's name, the first part of AWS names, such as `shop`. */
  readonly name: string;
  /** The account that the baseline is of. */
  readonly accountId: string;
  /** What the account is for. */
  readonly accountKind: "management" | "security" | "shared" | "workload";
  /** The region that it is made in: for an account its home region, such as `eu-west-1`. */
  readonly region: string;
  /** The account whose users may come in by role, and that holds what is kept for all. */
  readonly securityAccountId: string;
  /** What the region does where nothing is said. */
  readonly defaults?: {
    /** What a new volume is where nothing is said. @default "encrypted" */
    readonly volumes?: "encrypted" | "unencrypted" | undefined;
    /** Whether snapshots of volumes can be shared with everybody. @default "block-all-sharing" */
    readonly snapshots?: "block-all-sharing" | "block-new-sharing" | "unblocked" | undefined;
    /** Whether machine images can be shared with everybody. @default "block-new-sharing" */
    readonly images?: "block-new-sharing" | "unblocked" | undefined;
    /** What a new instance has where nothing is said. */
    readonly instanceMetadata?: {
      /** Whether an instance's metadata asks for a token: IMDSv2. @default "required" */
      readonly tokens?: "required" | "optional" | undefined;
      /** Network hops that an answer takes at most; a container on an instance is 2 away. 1 to 64. @default 1 */
      readonly hopLimit?: number | undefined;
    } | undefined;
    /** Access to instances by their serial console. @default "off" */
    readonly serialConsole?: "off" | "on" | undefined;
    /** Whether VPCs may be reached by internet gateways; public load balancers need it, or an exclusion of their VPC. @default "allowed" */
    readonly vpcPublicAccess?: "allowed" | "block-ingress" | "block-bidirectional" | undefined;
    /** The region's default VPC: taken over, its routes, its security group and its ACL emptied; or left alone, where there is none. @default "closed" */
    readonly defaultVpc?: "closed" | "untouched" | undefined;
    /** What is looked at for access from outside. The organization: by the management or the security account. @default "account" */
    readonly accessAnalyzer?: "account" | "organization" | "off" | undefined;
    /** What ECS clusters measure where nothing is said. @default "enabled" */
    readonly containerInsights?: "enhanced" | "enabled" | "disabled" | undefined;
    /** Days between AWS's notice and the end of a Fargate task that it retires. @default 7 */
    readonly taskRetirementWaitDays?: 0 | 7 | 14 | undefined;
    /** Whether Systems Manager documents can be shared with everybody. @default "private" */
    readonly documents?: "private" | "public" | undefined;
  } | undefined;
  /** What is watched and told in the region; the account's trail is of all regions. */
  readonly audit?: {
    /** Who is told of alarms and findings, by a topic of the account's own, where none is wired. Default: nobody. */
    readonly alerts?: {
      /** Addresses that get a mail, once they have confirmed by the link in the first one. @default [] */
      readonly email?: readonly string[] | undefined;
    } | undefined;
    /** AWS Config: what was changed, and whether it is as it should be. */
    readonly config?: {
      /** Whether changes are recorded. @default true */
      readonly enabled?: boolean | undefined;
      /** Each change, at 0.003 USD; or one a day and resource that changed, at 0.012 USD. @default "continuous" */
      readonly frequency?: "continuous" | "daily" | undefined;
      /** Managed rules beside the baseline's own, by a name of yours, at 0.001 USD an evaluation. */
      readonly rules?: { readonly [name: string]: {
        /** AWS's identifier of the rule. */
        readonly identifier: string;
        /** Its parameters, as texts. */
        readonly parameters?: { readonly [name: string]: string } | undefined;
      } } | undefined;
      /** The baseline's rules that are not wanted, by their names. @default [] */
      readonly withoutRules?: readonly string[] | undefined;
      /** Conformance packs, by a name of yours. */
      readonly conformancePacks?: { readonly [name: string]: string } | undefined;
    } | undefined;
    /** GuardDuty: who is attacking. */
    readonly guardDuty?: {
      /** Whether threats are looked for. @default true */
      readonly enabled?: boolean | undefined;
      /** What is looked at beside trails, flows and names; the others are switched off. @default ["S3_DATA_EVENTS","EKS_AUDIT_LOGS","EBS_MALWARE_PROTECTION","RDS_LOGIN_EVENTS","LAMBDA_NETWORK_LOGS"] */
      readonly features?: readonly ("S3_DATA_EVENTS" | "EKS_AUDIT_LOGS" | "EBS_MALWARE_PROTECTION" | "RDS_LOGIN_EVENTS" | "LAMBDA_NETWORK_LOGS" | "RUNTIME_MONITORING")[] | undefined;
      /** How often a finding that comes again is told again; a new one is told within five minutes. @default "FIFTEEN_MINUTES" */
      readonly publishing?: "FIFTEEN_MINUTES" | "ONE_HOUR" | "SIX_HOURS" | undefined;
      /** How severe a finding has to be for the topic to be told of it. @default "medium" */
      readonly tellFrom?: "low" | "medium" | "high" | "critical" | undefined;
    } | undefined;
    /** Security Hub: what is not as it should be. */
    readonly securityHub?: {
      /** Whether there is a hub. @default true */
      readonly enabled?: boolean | undefined;
      /** What the account is checked against, at 0.001 USD a check: a control of several standards is checked once. @default ["cis-5.0","fsbp"] */
      readonly standards?: readonly ("cis-5.0" | "fsbp" | "nist-800-53" | "pci-4.0")[] | undefined;
    } | undefined;
    /** Amazon Inspector: known weaknesses of instances, images and functions, from 0.01 USD an image. Default: no. */
    readonly inspector?: {
      /** What is scanned. @default ["EC2","ECR","LAMBDA"] */
      readonly scans?: readonly ("EC2" | "ECR" | "LAMBDA" | "LAMBDA_CODE")[] | undefined;
    } | undefined;
    /** Amazon Macie: what lies in buckets, at 0.10 USD a bucket and month. Default: no. */
    readonly macie?: {
      /** How often a finding that comes again is told again. @default "FIFTEEN_MINUTES" */
      readonly publishing?: "FIFTEEN_MINUTES" | "ONE_HOUR" | "SIX_HOURS" | undefined;
    } | undefined;
  } | undefined;
  /** The estate's accounts, whose logs the archive takes and who use the central keys. Security account only. @default [] */
  readonly estateAccountIds?: readonly string[] | undefined;
  /** Refuse a plan that destroys the archive and keys, and everybody the deletion of a log. Off, and applied, a destroy takes the logs. @default true */
  readonly protect?: boolean | undefined;
  /** `central`: the security account makes keys for all of `estateAccountIds`, and the others find them by their alias. `account`: each has its own. @default "account" */
  readonly keys?: "account" | "central" | undefined;
  /** What stands already in the region, by its identifiers: it is imported, and not made twice. */
  readonly existing?: {
    /** The analyzer of access from outside; an account has one a region. */
    readonly accessAnalyzer?: string | undefined;
    /** The name of AWS Config's recorder, mostly `default`; an account has one a region. */
    readonly recorder?: string | undefined;
    /** The name of AWS Config's delivery channel, mostly `default`; an account has one a region. */
    readonly deliveryChannel?: string | undefined;
    /** The id of GuardDuty's detector; an account has one a region. */
    readonly detector?: string | undefined;
    /** Whether Security Hub is on in the region. @default false */
    readonly securityHub?: boolean | undefined;
    /** Whether Macie is on in the region. @default false */
    readonly macie?: boolean | undefined;
  } | undefined;
}
