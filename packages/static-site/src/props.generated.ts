// Generated from config.ts by `npm run generate`.

/** The data that `StaticSite` is made from. */
export interface StaticSiteData {
  /** The site's name, such as `shop-prod-docs`: what is made is named after it. */
  readonly name: string;
  /** The account that it stands in. */
  readonly accountId: string;
  /** The bucket's region. What CloudFront wants in us-east-1 stands there, by `edgeProvider`. */
  readonly region: string;
  /** Names under which visitors find the site, the one that it shows first; with none, CloudFront's own. @default [] */
  readonly domainNames?: readonly string[] | undefined;
  /** Whether names beside the first, CloudFront's own too, lead to it or show the same. @default "redirect" */
  readonly otherNames?: "redirect" | "serve" | undefined;
  /** `directoryIndex`: `/docs/` is `/docs/index.html`, and `/docs` leads to `/docs/`. `spa`: paths without an extension are the app's. `none`: as they are. @default "directoryIndex" */
  readonly routing?: "spa" | "directoryIndex" | "none" | undefined;
  /** The page of a folder, and of the site. @default "index.html" */
  readonly indexDocument?: string | undefined;
  /** The page that a visitor sees where there is none; not with `spa`, whose app shows its own. @default "404.html" */
  readonly errorDocument?: string | undefined;
  /** Paths that lead elsewhere. @default [] */
  readonly redirects?: readonly {
    /** A path, or all beneath one: `/old/*`. */
    readonly from: string;
    /** A path or an address, `https://example.com/new/*`; `*` stands for what `from` left open. The query string goes along. */
    readonly to: string;
    /** 301 or 308 for good, 302 or 307 for now. @default 301 */
    readonly status?: 301 | 302 | 307 | 308 | undefined;
  }[] | undefined;
  /** Ask for a user and a password, for previews. They are set when all stands, and only their hash is kept; until then nobody gets in. @default false */
  readonly basicAuth?: boolean | undefined;
  /** What browsers are told beside the content, for safety. */
  readonly headers?: {
    /** HTTPS alone, remembered by browsers; or `off`. */
    readonly hsts?: "off" | {
      /** Days for which browsers ask by HTTPS alone. 1 to 3650. @default 730 */
      readonly maxAgeDays?: number | undefined;
      /** Whether that goes for all names beneath the site's too. @default true */
      readonly includeSubdomains?: boolean | undefined;
      /** Consent to browsers' built-in lists, which takes months to undo. @default false */
      readonly preload?: boolean | undefined;
    } | undefined;
    /** Directives with their sources, `script-src: ["'self'", https://cdn.example.com]`, which take the place of the strict ones of that name; one set to `off` is left out. `off` for no policy at all. */
    readonly contentSecurityPolicy?: "off" | { readonly [name: string]: readonly string[] | "off" } | undefined;
    /** Who may show the site in a frame: nobody, the site itself, or everybody; `frame-ancestors` follows it. @default "DENY" */
    readonly frameOptions?: "DENY" | "SAMEORIGIN" | "off" | undefined;
    /** What other sites learn of where a visitor comes from. @default "strict-origin-when-cross-origin" */
    readonly referrerPolicy?: "no-referrer" | "no-referrer-when-downgrade" | "origin" | "origin-when-cross-origin" | "same-origin" | "strict-origin" | "strict-origin-when-cross-origin" | "unsafe-url" | undefined;
    /** Browser features and who may use them, `geolocation: [self]`, beside those that nobody may, such as camera and microphone; or `off`. */
    readonly permissionsPolicy?: "off" | { readonly [name: string]: readonly string[] } | undefined;
    /** Further headers, by their names in lower case. */
    readonly custom?: { readonly [name: string]: string } | undefined;
  } | undefined;
  /** Whose pages may read the site's files, beside its own; left out, nobody's. */
  readonly cors?: {
    /** Whose pages: `https://app.example.com`, `https://*.example.com`, or `*` for everybody's. */
    readonly origins: readonly string[];
    /** What they may ask. @default ["GET","HEAD"] */
    readonly methods?: readonly ("GET" | "HEAD" | "OPTIONS")[] | undefined;
    /** Headers that they may send, in lower case, beyond those that every page may; `*` for all. @default [] */
    readonly headers?: readonly string[] | undefined;
    /** Seconds for which browsers remember the permission. 0 to 86400. @default 600 */
    readonly maxAgeSeconds?: number | undefined;
    /** Whether cookies and passwords may come along; not with `*`. @default false */
    readonly credentials?: boolean | undefined;
  } | undefined;
  /** For how long browsers and CloudFront keep what they have. */
  readonly cache?: {
    /** Paths whose files never change, since their names hold a hash of what is in them: `*` for any characters, `?` for one. @default ["/assets/*","/_astro/*","/_next/static/*","/_nuxt/*","/_app/immutable/*"] */
    readonly immutable?: readonly string[] | undefined;
    /** Seconds for which those are kept. 0 to 31536000. @default 31536000 */
    readonly immutableSeconds?: number | undefined;
    /** Seconds for which pages are kept; `no-cache` asks each time whether there is a newer one. @default "no-cache" */
    readonly html?: "no-cache" | number | undefined;
    /** Seconds for which everything else is kept: images, feeds, the service worker. 0 to 31536000. @default 3600 */
    readonly otherSeconds?: number | undefined;
  } | undefined;
  /** The bucket's name, unique in all of AWS. Default: `name` and the account. Changing it makes another bucket. */
  readonly bucketName?: string | undefined;
  /** By S3's own keys, or by a KMS key: wired, or made here. A request to KMS costs 0.03 USD for 10,000, a key 1 USD a month. @default "s3" */
  readonly encryption?: "s3" | "kms" | undefined;
  /** Days for which an object that was overwritten or deleted can be brought back. A rollback needs them: at least `keep.days`. At least 1. @default 90 */
  readonly oldVersionsExpireAfterDays?: number | undefined;
  /** What a rollback can go back to. A publish deletes what no version kept here has. */
  readonly keep?: {
    /** The last so many versions of the site. 1 to 100. @default 10 */
    readonly versions?: number | undefined;
    /** And all versions of so many days. 1 to 3650. @default 30 */
    readonly days?: number | undefined;
  } | undefined;
  /** What answers some paths in the site's place, by name: an API behind `/api/*`. */
  readonly origins?: { readonly [name: string]: {
    /** Where it is asked, by HTTPS alone. A load balancer's or API's own name; its certificate has to be of that name. */
    readonly domainName: string;
    /** Path patterns that it answers, before the site does. @default ["/api/*"] */
    readonly paths?: readonly string[] | undefined;
    /** `read` lets GET, HEAD and OPTIONS through, `all` the others too. @default "all" */
    readonly methods?: "read" | "all" | undefined;
    /** `off`: all headers but `Host`, cookies and the query string reach it, and nothing is kept. `origin`: what its `Cache-Control` allows is kept, by path and query string, and nothing else of the request reaches it. @default "off" */
    readonly cache?: "off" | "origin" | undefined;
    /** What is put before the path when it is asked, such as a stage: `/prod`. @default "" */
    readonly path?: string | undefined;
    /** Seconds to wait for its answer. 1 to 60. @default 30 */
    readonly readTimeoutSeconds?: number | undefined;
  } } | undefined;
  /** From where it is delivered: North America, Europe and Israel; those, Asia, Africa and the Middle East; everywhere. @default "PriceClass_100" */
  readonly priceClass?: "PriceClass_100" | "PriceClass_200" | "PriceClass_All" | undefined;
  /** What browsers may speak, beside HTTP/1.1. @default "http2and3" */
  readonly httpVersion?: "http2" | "http2and3" | undefined;
  /** The countries that alone are served (`allow`), or are not (`deny`): two letters each. The others get a 403. @default "off" */
  readonly geoRestriction?: "off" | {
    readonly allow: readonly string[];
  } | {
    readonly deny: readonly string[];
  } | undefined;
  /** What stands before the distribution, in us-east-1; `off` lets everything through. It costs 10 USD a month. */
  readonly webAcl?: "off" | {
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
  } | undefined;
  /** Who asked for what. */
  readonly logs?: {
    /** Who asked the distribution for what, without cookies: CloudFront's standard logging, delivered to the archive or the log bucket. @default "v2" */
    readonly accessLogs?: "v2" | "off" | undefined;
    /** Who asked the bucket for what: S3's server access logs. @default true */
    readonly bucketLogs?: boolean | undefined;
    /** What the distribution's logs are written as. To make parquet costs 0.04 USD a GB. @default "json" */
    readonly format?: "json" | "parquet" | "w3c" | undefined;
    /** Days for which they are kept, in a log bucket that is made here. One that is wired, and an archive, have their own. At least 1. @default 365 */
    readonly retentionDays?: number | undefined;
    /** Keep the log bucket that was made here when no logs go there any more: until what it holds has expired, it can be read. @default false */
    readonly keepBucket?: boolean | undefined;
  } | undefined;
  /** When people are told, at the wired topic in us-east-1. `off` makes no alarm. */
  readonly alarms?: {
    /** Share of the requests that fail at the site's end, in percent. @default 1 */
    readonly errors5xxPercent?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Share of the requests for what is not there or not allowed, in percent. Scanners make some. @default 25 */
    readonly errors4xxPercent?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Requests within five minutes at which the edge function fails. @default 1 */
    readonly functionErrors?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
    /** Time that the bucket or an origin takes, in milliseconds, by 95 of 100 requests. Told with `realtimeMetrics` alone. @default 2000 */
    readonly originLatencyMs?: number | {
      /** Standard deviations that the metric may stray from what CloudWatch expects of it. 1 to 10. */
      readonly anomalyBand: number;
    } | "off" | undefined;
  } | undefined;
  /** CloudFront's additional metrics: origin latency, cache hit rate, errors by code. They cost 2.40 USD a month. @default false */
  readonly realtimeMetrics?: boolean | undefined;
  /** A CloudWatch dashboard of the site. @default true */
  readonly dashboard?: boolean | undefined;
  /** The parameter in Systems Manager by which publishers find the site. Default: `/site/` and `name`. */
  readonly parameterName?: string | undefined;
  /** Refuse a plan that destroys the bucket, the distribution, or a key of theirs. Off, and applied, a destroy takes all files along. @default true */
  readonly protect?: boolean | undefined;
}
