import type { KeysContract } from "./contracts/keys.js";
import type { LogArchive, SiteLogFormat } from "./contracts/log-archive.js";
import type { LogBucket } from "./contracts/log-bucket.js";
import type { AccountPlace } from "./estate-names.js";
import { awsName } from "./names.js";

/** What the security account's central keys are for: what an environment has keys for. */
export type CentralPurpose = keyof KeysContract;

/** An archive by its names. */
export interface NamedLogArchive extends LogArchive {
  readonly trails: LogBucket;
  /** The key's alias, without `alias/`. */
  readonly keyAlias: string;
  readonly keyAliasArn: string;
  readonly deliveryDestinationArns: Readonly<Record<SiteLogFormat, string>>;
}

/** The archive that an account keeps logs in, the security account for all of the estate: known before anything of it stands. */
export function logArchive({ project, accountId, region }: AccountPlace): NamedLogArchive {
  const bucket = (name: string) => {
    const bucketName = archiveBucketName({ project, accountId }, name);
    return { bucketName, bucketArn: `arn:aws:s3:::${bucketName}` };
  };
  const keyAlias = awsName("aws_kms_alias", project, "archive");
  const destination = (format: SiteLogFormat) => siteLogsDestinationArn({ project, accountId }, format);
  return {
    ...bucket("archive"),
    trails: bucket("trails"),
    keyAlias,
    keyAliasArn: aliasArn({ accountId, region }, keyAlias),
    deliveryDestinationArns: { json: destination("json"), parquet: destination("parquet"), w3c: destination("w3c") },
  };
}

/** The name of the delivery destination of sites' logs; one has one format for good. */
export function siteLogsDestinationName(project: string, format: SiteLogFormat): string {
  return awsName("aws_cloudwatch_log_delivery_destination", project, "archive", format);
}

// CloudFront has its deliveries in us-east-1
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
function siteLogsDestinationArn({ project, accountId }: Pick<AccountPlace, "project" | "accountId">, format: SiteLogFormat): string {
  return `arn:aws:logs:us-east-1:${accountId}:delivery-destination:${siteLogsDestinationName(project, format)}`;
}

/** Without a region: every region of an account writes to the one bucket. */
function archiveBucketName({ project, accountId }: Pick<AccountPlace, "project" | "accountId">, name: string): string {
  return awsName("aws_s3_bucket", project, name, accountId);
}

/** A central key's alias, without `alias/`, the same in every region. */
export function centralKeyAlias(project: string, purpose: CentralPurpose): string {
  return awsName("aws_kms_alias", project, "central", purpose);
}

/** The ARN of a central key's alias, `accountId` being the security account's: what other accounts find it by. */
export function centralKeyAliasArn({ project, ...place }: AccountPlace, purpose: CentralPurpose): string {
  return aliasArn(place, centralKeyAlias(project, purpose));
}

function aliasArn({ accountId, region }: Omit<AccountPlace, "project">, alias: string): string {
  return `arn:aws:kms:${region}:${accountId}:alias/${alias}`;
}
