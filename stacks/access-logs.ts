import { awsName, type LogBucket as LogBucketContract, type NamedLogArchive } from "@groundplan/core";
import { LogBucket } from "@groundplan/log-bucket";
import type { Environment, Estate } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";
import { archiveOf, archiveRegion } from "./log-archive.js";

/** Whose requests are logged. */
interface AccessLogs {
  readonly estate: Estate;
  readonly environment: Environment;
  /** What the load balancer stands before: `ingress`, or a service. */
  readonly of: string;
  readonly expireAfterDays: number;
}

/**
 * The bucket that a load balancer writes its logs to, under its name: the estate's archive where that stands in the same region, else
 * one of the environment's own.
 */
export function accessLogs(stack: EstateStack, setting: AccessLogs): LogBucketContract {
  const archive = archiveWithin(setting);
  if (archive === undefined) return ownBucket(stack, setting);
  if (setting.estate.keepFormerLogs) ownBucket(stack, setting);
  return archive;
}

// Of any account, but of the load balancer's region.
// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
function archiveWithin({ estate, environment }: AccessLogs): NamedLogArchive | undefined {
  return archiveRegion(estate) === environment.region ? archiveOf(estate, environment.account) : undefined;
}

/** As protected as the environment is production's. */
function ownBucket(stack: EstateStack, { estate, environment, of, expireAfterDays }: AccessLogs): LogBucket {
  const { name, account, region, production } = environment;
  return new LogBucket(stack, "access-logs", {
    bucketName: awsName("aws_s3_bucket", estate.project, name, of, "logs", account.id, region),
    sourceAccountIds: [account.id],
    writers: ["load-balancers"],
    expireAfterDays,
    protect: production,
    ...(production ? {} : { oldVersionsExpireAfterDays: 1 }),
  });
}
