// Generated from config.ts by `npm run generate`.

/** The data that `StateBackend` is made from. */
export interface StateBackendData {
  /** The name of the bucket that holds the states, unique in all of AWS; the key's alias too. */
  readonly bucketName: string;
  /** The name of the table that holds the locks. */
  readonly tableName: string;
  /** The account whose states it holds, and that owns it. */
  readonly accountId: string;
  /** The account's home region, such as `eu-west-1`. */
  readonly region: string;
  /** Days for which an older version of a state can be brought back. At least 1. @default 365 */
  readonly oldVersionsExpireAfterDays?: number | undefined;
  /** Older versions of each state that are kept even after that. 1 to 100. @default 100 */
  readonly oldVersionsKept?: number | undefined;
  /** Refuse a plan that destroys bucket, table or key. Off, and applied, a destroy takes all states along. @default true */
  readonly protect?: boolean | undefined;
}
