import { awsName } from "@groundplan/core";
import { LogBucket } from "@groundplan/log-bucket";
import type { Environment, Estate } from "../environments/load.js";
import type { EstateStack } from "./estate-stack.js";

/** Whose requests are logged. */
interface AccessLogs {
  readonly estate: Pick<Estate, "project">;
  readonly environment: Environment;
  /** What the load balancer stands before: `ingress`, or a service. */
  readonly of: string;
  readonly expireAfterDays: number;
}

/** The bucket that a load balancer writes its logs to. It is as protected as the environment is production's. */
export function accessLogs(stack: EstateStack, { estate, environment, of, expireAfterDays }: AccessLogs): LogBucket {
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
