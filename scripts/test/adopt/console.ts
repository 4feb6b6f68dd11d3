import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { S3 } from "@aws-sdk/client-s3";
import { stateNames } from "@groundplan/core";
import { AdoptClients } from "../../adopt/clients.js";
import { type AwsAccess, clientConfig } from "../../aws/access.js";

/** An account that somebody has clicked together. */
export interface Clicked {
  readonly access: AwsAccess;
  readonly project: string;
  readonly accountId: string;
  readonly home: string;
}

/** A bucket and a table for the account's states, as `bootstrap` names them. */
export async function makeStatePlace({ access, project, accountId, home }: Clicked): Promise<void> {
  const { bucketName, tableName } = stateNames({ project, accountId, region: home });
  const s3 = new S3({ ...clientConfig(access), forcePathStyle: true });
  await s3.createBucket({ Bucket: bucketName, CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } });
  await new DynamoDB(clientConfig(access)).createTable({
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
  });
}

/** What an account has once: a bucket of logs, a trail, a role, an alias, GitHub's provider. */
export async function clickAccount({ access, accountId }: Clicked): Promise<void> {
  const clients = new AdoptClients(access);
  const s3 = new S3({ ...clientConfig(access), forcePathStyle: true });
  await s3.createBucket({ Bucket: logs, CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } });
  await s3.putBucketPolicy({ Bucket: logs, Policy: JSON.stringify({ Version: "2012-10-17", Statement: letWrite(accountId) }) });
  const iam = await clients.iam();
  await iam.createServiceLinkedRole({ AWSServiceName: "config.amazonaws.com" });
  await iam.createAccountAlias({ AccountAlias: "shop-prod" });
  await iam.createOpenIDConnectProvider({ Url: "https://token.actions.githubusercontent.com", ClientIDList: ["sts.amazonaws.com"] });
  const trails = await clients.cloudTrail();
  await trails.createTrail({ Name: "management-events", S3BucketName: logs, IsMultiRegionTrail: true });
  await trails.startLogging({ Name: "management-events" });
  await (await clients.accessAnalyzer()).createAnalyzer({ analyzerName: "console-analyzer", type: "ACCOUNT" });
}

/** What a region has: a recorder and where it delivers, a detector, a hub. */
export async function clickRegion({ access, accountId }: Clicked, region: string): Promise<{ readonly detector: string }> {
  const clients = new AdoptClients({ ...access, region });
  const config = await clients.config();
  const roleARN = `arn:aws:iam::${accountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`;
  await config.putConfigurationRecorder({ ConfigurationRecorder: { name: "default", roleARN, recordingGroup: { allSupported: true } } });
  await config.putDeliveryChannel({ DeliveryChannel: { name: "default", s3BucketName: logs } });
  await config.startConfigurationRecorder({ ConfigurationRecorderName: "default" });
  await (await clients.securityHub()).enableSecurityHub({});
  const { DetectorId: detector = "" } = await (await clients.guardDuty()).createDetector({ Enable: true });
  return { detector };
}

const logs = "console-logs";

function letWrite(accountId: string): object[] {
  return ["cloudtrail.amazonaws.com", "config.amazonaws.com"].flatMap((Service) => [
    { Effect: "Allow", Principal: { Service }, Action: ["s3:GetBucketAcl", "s3:ListBucket"], Resource: `arn:aws:s3:::${logs}` },
    { Effect: "Allow", Principal: { Service }, Action: "s3:PutObject", Resource: `arn:aws:s3:::${logs}/AWSLogs/${accountId}/*` },
  ]);
}
