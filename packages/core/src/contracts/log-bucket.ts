/** A bucket that AWS services may write their logs to. */
export interface LogBucket {
  readonly bucketName: string;
  readonly bucketArn: string;
}
