import type { LogBucket } from "./log-bucket.js";

/** What CloudFront's logs are written as. */
export const siteLogFormats = ["json", "parquet", "w3c"] as const;
export type SiteLogFormat = (typeof siteLogFormats)[number];

/** Where an estate keeps its logs: a bucket, and what goes with it. A bucket alone will do. */
export interface LogArchive extends LogBucket {
  /** Takes trails alone, so that it can be locked: Config delivers to no bucket that is. Default: the archive itself. */
  readonly trails?: LogBucket | undefined;
  /** The alias by which the key is found that trails are encrypted with; a key's own ARN is not known to other accounts. */
  readonly keyAliasArn?: string | undefined;
  /**
   * By the format that they are written in, the delivery destinations of sites' logs in us-east-1: CloudFront delivers to a bucket of
   * another account through one of that account alone.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliveryDestinationPolicy.html
   */
  readonly deliveryDestinationArns?: Readonly<Record<SiteLogFormat, string>> | undefined;
}
