/** What an account has from its first day, in its home region. */
export interface AccountBaselineContract {
  /** The managed policy that bounds every role and user of the account. */
  readonly boundaryArn: string;
  /** The roles that people come in by, by what they may: `admin`, `power`, `read-only`, `billing`, `support`. */
  readonly roleArns: Readonly<Record<string, string>>;
  /** The bucket that takes the account's logs; it may be another account's. */
  readonly logBucketName: string;
}

/** What it has in a further region. */
export type RegionBaselineContract = Pick<AccountBaselineContract, "logBucketName">;
