import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, awsName, type EncryptionKey, type PolicyStatement, policyDocument, serviceTrust } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import { type Blueprint, nameTag } from "./blueprint.js";

/** Where CloudWatch keeps flow logs, by the key that is wired or one of their own. */
export function makeFlowLogGroup(blueprint: Blueprint, encryptionKey: EncryptionKey | undefined): CloudwatchLogGroup {
  const { module, config } = blueprint;
  const group = new CloudwatchLogGroup(module, "flow-log-group", {
    name: logGroupName(blueprint),
    retentionInDays: config.flowLogs.retentionDays,
    kmsKeyId: (encryptionKey ?? makeKey(blueprint)).keyArn,
    tags: nameTag(config, "flow-logs"),
  });
  return address(group, module, "flow_logs");
}

function makeKey({ module, config }: Blueprint): KmsKey {
  const { name, accountId, region, protect } = config;
  return new KmsKey(module, "flow-logs", { purpose: "logs", alias: `${name}-flow-logs`, accountId, region, protect });
}

/** By which flow logs are written into that group, and no other. */
export function makeFlowLogRole(blueprint: Blueprint): IamRole {
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
