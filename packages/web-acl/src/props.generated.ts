// Generated from config.ts by `npm run generate`.

/** The data that `WebAcl` is made from. */
export interface WebAclData {
  /** Its name, and what the names of its sets, its metrics and its log group are made of: `shop-prod`. */
  readonly name: string;
  /** The account that it stands in. */
  readonly accountId: string;
  /** Its region: that of its load balancers; `us-east-1` with `scope: cloudfront`. */
  readonly region: string;
  /** What it stands before: load balancers and APIs of its region, or CloudFront. @default "regional" */
  readonly scope?: "regional" | "cloudfront" | undefined;
  /** `count` stops nobody: for a trial, in which logs and metrics show what would be blocked. @default "block" */
  readonly mode?: "block" | "count" | undefined;
  /** What happens to what AWS's rules find: `block`, `count`, `off`, or `{ count: ["SizeRestrictions_BODY"] }` to block but for these. */
  readonly managedRules?: {
    /** Finds addresses that Amazon knows to attack; 25 capacity units. @default "block" */
    readonly ipReputation?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds VPNs, proxies, Tor, and hosting providers: other people's servers too; 50 capacity units. @default "off" */
    readonly anonymousIps?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds what OWASP lists: cross-site scripting, file inclusion, bodies over 8 KB, requests without a user agent; 700 capacity units. @default "block" */
    readonly common?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds patterns of known exploits, such as Log4j's; 200 capacity units. @default "block" */
    readonly knownBadInputs?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds SQL injection; 200 capacity units. @default "block" */
    readonly sqli?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds paths of administration pages; 100 capacity units. @default "off" */
    readonly adminProtection?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds exploits of Linux; 200 capacity units. @default "off" */
    readonly linux?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds exploits of POSIX shells; 100 capacity units. @default "off" */
    readonly posix?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds exploits of Windows and PowerShell; 200 capacity units. @default "off" */
    readonly windows?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds exploits of PHP; 100 capacity units. @default "off" */
    readonly php?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
    /** Finds exploits of WordPress; 100 capacity units. @default "off" */
    readonly wordpress?: "block" | "count" | "off" | {
      /** Rules of the group that only count, by AWS's names. */
      readonly count: readonly string[];
    } | undefined;
  } | undefined;
  /** Requests of one address in five minutes, beyond which it is blocked until it falls beneath again. @default 2000 */
  readonly rateLimit?: number | "off" | undefined;
  /** Ranges that pass, whatever the rules after it say: monitoring, one's own scanners. @default [] */
  readonly allow?: readonly string[] | undefined;
  /** Ranges that are blocked, before all else. @default [] */
  readonly deny?: readonly string[] | undefined;
  /** Capacity units that the rules may take. Beyond 1500 AWS asks more for each request. 1 to 5000. @default 1500 */
  readonly capacity?: number | undefined;
  /** Logs in CloudWatch, encrypted, without credentials; or `off`. */
  readonly logs?: "off" | {
    /** Days for which CloudWatch keeps them. @default 90 */
    readonly retentionDays?: 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653 | undefined;
    /** Which requests are logged. CloudWatch takes 0.57 USD a GB, and a busy site has many that pass. @default "blockedAndCounted" */
    readonly requests?: "all" | "blockedAndCounted" | undefined;
    /** Further headers that hold credentials, in lower case; `authorization`, `cookie`, `proxy-authorization`, `x-amz-security-token`, `x-api-key` are never logged, anyway. @default [] */
    readonly redactedHeaders?: readonly string[] | undefined;
    /** Whether the query string is left out too, where tokens are passed in it. @default false */
    readonly redactQuery?: boolean | undefined;
  } | undefined;
  /** Whether the console shows samples of requests for three hours: whole ones, credentials too. The logs show the same without. @default false */
  readonly sampledRequests?: boolean | undefined;
  /** Thresholds of its alarms: a number, `{ anomalyBand: 3 }`, or `off`. */
  readonly alarms?: {
    /** Requests blocked within five minutes, from which on it is told. @default "off" */
    readonly blockedRequests?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
  } | undefined;
}
