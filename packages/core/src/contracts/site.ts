/** What a site's stack publishes. */
export interface SiteContract {
  readonly bucketName: string;
  /** For the account's trail, which can record what is done to the bucket's objects. */
  readonly bucketArn: string;
  readonly distributionId: string;
  readonly distributionArn: string;
  /** The distribution's own name at CloudFront: `d111111abcdef8.cloudfront.net`. */
  readonly distributionDomainName: string;
  /** Where visitors find it. */
  readonly url: string;
  /** The SSM parameter that says how the site is published. */
  readonly parameterName: string;
}
