// Generated from config.ts by `npm run generate`.

/** The data that `KmsKey` is made from. */
export interface KmsKeyData {
  /** What is encrypted; decides which AWS services may use the key. */
  readonly purpose: "alerts" | "audit" | "data" | "logs" | "secrets" | "site" | "state" | "volumes";
  /** The key's name, without `alias/`. */
  readonly alias: string;
  /** The account that owns the key. */
  readonly accountId: string;
  /** The key's region, such as `eu-west-1`. */
  readonly region: string;
  /** Other accounts that use the key, by their own IAM, and their services; of purpose `audit`, their services alone. @default [] */
  readonly sharedWith?: readonly string[] | undefined;
  /** Whether replicas in other regions can be made of it: for what is copied there encrypted. Changing it makes another key. @default false */
  readonly multiRegion?: boolean | undefined;
  /** Days between automatic rotations. 90 to 2560. @default 365 */
  readonly rotationPeriodDays?: number | undefined;
  /** Days in which a scheduled deletion can be taken back. 7 to 30. @default 30 */
  readonly deletionWindowDays?: number | undefined;
  /** Refuse a plan that destroys the key. @default true */
  readonly protect?: boolean | undefined;
}
