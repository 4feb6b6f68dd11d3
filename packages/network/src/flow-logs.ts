import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import {
  address,
  awsName,
  type EncryptionKey,
  type LogBucket,
  type PolicyStatement,
  PropsError,
  policyDocument,
  serviceTrust,
} from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import { type Blueprint, nameTag } from "./blueprint.js";

/** Where flow logs may go. */
export interface FlowLogWiring {
  readonly encryptionKey: EncryptionKey | undefined;
  readonly logBucket: LogBucket | undefined;
}

/** Who talked to whom in the VPC. https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html */
export function makeFlowLog(blueprint: Blueprint, vpc: Vpc, wiring: FlowLogWiring): FlowLog | undefined {
  const { module, config, overrides } = blueprint;
  const { destination, traffic, aggregationSeconds } = config.flowLogs;
  if (destination === "none") return undefined;
  return address(
    new FlowLog(module, "flow-log", {
      vpcId: vpc.id,
      trafficType: traffic,
      maxAggregationInterval: aggregationSeconds,
      ...(destination === "s3" ? toBucket(blueprint, wiring) : toCloudwatch(blueprint, wiring)),
      tags: nameTag(config),
      ...overrides.flowLog,
    }),
    module,
  );
}

function toBucket({ module, config }: Blueprint, { logBucket }: FlowLogWiring) {
  const bucketArn = logBucket?.bucketArn ?? config.flowLogs.bucketArn;
  if (bucketArn === undefined) {
    const fix = 'give the bucket that takes the flow logs, or "flowLogs.bucketArn"';
    throw new PropsError(module.node.path, [{ path: ["logBucket"], value: undefined, wrong: "is missing", fix }]);
  }
  return {
    logDestinationType: "s3",
    logDestination: bucketArn,
    // Athena reads a tenth of what it would of text
    destinationOptions: { fileFormat: "parquet", hiveCompatiblePartitions: true, perHourPartition: true },
  };
}

function toCloudwatch(blueprint: Blueprint, { encryptionKey }: FlowLogWiring) {
  const { module, config } = blueprint;
  const group = new CloudwatchLogGroup(module, "flow-log-group", {
    name: logGroupName(blueprint),
    retentionInDays: config.flowLogs.retentionDays,
    kmsKeyId: (encryptionKey ?? makeKey(blueprint)).keyArn,
    tags: nameTag(config, "flow-logs"),
  });
  return {
    logDestinationType: "cloud-watch-logs",
    logDestination: address(group, module, "flow_logs").arn,
    iamRoleArn: makeRole(blueprint).arn,
  };
}

function makeKey({ module, config }: Blueprint): KmsKey {
  const { name, accountId, region, protect } = config;
  return new KmsKey(module, "flow-logs", { purpose: "logs", alias: `${name}-flow-logs`, accountId, region, protect });
}

function makeRole(blueprint: Blueprint): IamRole {
  const { module, config } = blueprint;
  const { accountId, region } = config;
  const role = address(
    new IamRole(module, "flow-log-role", {
      name: awsName("aws_iam_role", config.name, region, "flow-logs"),
      assumeRolePolicy: serviceTrust("vpc-flow-logs.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:aws:ec2:${region}:${accountId}:vpc-flow-log/*` },
      }),
    }),
    module,
    "flow_logs",
  );
  const policy = policyDocument(...writeStatements(blueprint));
  address(new IamRolePolicy(module, "flow-log-policy", { name: "write-flow-logs", role: role.name, policy }), module, "flow_logs");
  return role;
}

// https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
function writeStatements(blueprint: Blueprint): PolicyStatement[] {
  const { region, accountId } = blueprint.config;
  const groups = `arn:aws:logs:${region}:${accountId}:log-group`;
  return [
    {
      Sid: "WritesItsLogGroup",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: [`${groups}:${logGroupName(blueprint)}`, `${groups}:${logGroupName(blueprint)}:*`],
    },
    // a list, which AWS does not narrow to one group
    { Sid: "FindsItsLogGroup", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: `${groups}:*` },
  ];
}

function logGroupName({ config }: Blueprint): string {
  return awsName("aws_cloudwatch_log_group", `/vpc/${config.name}/flow-logs`);
}
