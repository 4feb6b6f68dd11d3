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
  /** What stands already, by its identifiers: it is imported, and not made twice. */
  readonly existing?: {
    /** The account's alias, which `identity.alias` then is. */
    readonly accountAlias?: string | undefined;
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
    /** The analyzer of access from outside; an account has one a region. */
    readonly accessAnalyzer?: string | undefined;
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
  /** What stands already in the region, by its identifiers: it is imported, and not made twice. */
  readonly existing?: {
    /** The analyzer of access from outside; an account has one a region. */
    readonly accessAnalyzer?: string | undefined;
  } | undefined;
}
