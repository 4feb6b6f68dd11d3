// Generated from config.ts by `npm run generate`.

/** The data that `LogBucket` is made from. */
export interface LogBucketData {
  /** The bucket's name, unique in all of AWS. */
  readonly bucketName: string;
  /** The AWS services that may write; `log-delivery` is for VPC flow logs, CloudFront, WAF and network load balancers. @default [] */
  readonly writers?: readonly ("cloudtrail" | "config" | "load-balancers" | "log-delivery" | "s3-access-logs")[] | undefined;
  /** The accounts whose services may write: the bucket's own, for a central bucket the others' too. */
  readonly sourceAccountIds: readonly string[];
  /** When objects go to cheaper storage. @default [] */
  readonly transitions?: readonly {
    /** Days after an object was written. At least 0. */
    readonly afterDays: number;
    /** Where it goes. S3 leaves objects smaller than 128 KB where they are. */
    readonly storageClass: "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "GLACIER_IR" | "GLACIER" | "DEEP_ARCHIVE";
  }[] | undefined;
  /** Days after which a log is deleted. At least 1. @default 365 */
  readonly expireAfterDays?: number | undefined;
  /** Days for which what was overwritten or deleted can be brought back. At least 1. @default 30 */
  readonly oldVersionsExpireAfterDays?: number | undefined;
  /** Keep what is written from being deleted. Once on, S3 never switches it off: without it, new objects are free. Default: no. */
  readonly objectLock?: {
    /** `governance`: who has `s3:BypassGovernanceRetention` may still delete. `compliance`: nobody can, root and AWS included. */
    readonly mode: "governance" | "compliance";
    /** Days for which what is written cannot be deleted. 1 to 36500. */
    readonly days: number;
  } | undefined;
  /** Refuse everybody the deletion of a log before its time, by the bucket's policy, for as long as `protect` is on. @default false */
  readonly undeletable?: boolean | undefined;
  /** Refuse a plan that destroys the bucket. Off, and applied, a destroy takes the logs in it along. @default true */
  readonly protect?: boolean | undefined;
}
