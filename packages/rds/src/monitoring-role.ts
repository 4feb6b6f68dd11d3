import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, awsName, type PolicyStatement, policyDocument, serviceTrust } from "@groundplan/core";
import type { ITerraformDependable } from "cdktf";
import type { Blueprint } from "./blueprint.js";

/** What enhanced monitoring needs to be told. */
export interface Monitoring {
  readonly arguments: { readonly monitoringInterval: number; readonly monitoringRoleArn?: string };
  readonly dependsOn: readonly ITerraformDependable[];
}

/** A role that writes the operating system's metrics to CloudWatch, in both regions. */
export function makeMonitoring({ module, config }: Blueprint): Monitoring {
  const { name, accountId, region, enhancedMonitoringSeconds: seconds } = config;
  if (seconds === 0) return { arguments: { monitoringInterval: 0 }, dependsOn: [] };
  const role = address(
    new IamRole(module, "monitoring-role", {
      name: awsName("aws_iam_role", name, region, "monitoring"),
      // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html#USER_Monitoring.OS.confused-deputy
      assumeRolePolicy: serviceTrust("monitoring.rds.amazonaws.com", {
        StringEquals: { "aws:SourceAccount": accountId },
        // a Multi-AZ DB cluster asks for itself, not for its instances
        ArnLike: { "aws:SourceArn": ["cluster", "db"].map((kind) => `arn:aws:rds:*:${accountId}:${kind}:${name}*`) },
      }),
    }),
    module,
    "monitoring",
  );
  const policy = address(
    new IamRolePolicy(module, "monitoring-policy", {
      name: "writes-metrics",
      role: role.name,
      policy: policyDocument(...monitoringStatements(accountId)),
    }),
    module,
    "monitoring",
  );
  return { arguments: { monitoringInterval: seconds, monitoringRoleArn: role.arn }, dependsOn: [policy] };
}

/** What AWS's own policy says, held to the account. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonRDSEnhancedMonitoringRole.html */
function monitoringStatements(accountId: string): PolicyStatement[] {
  const groups = `arn:aws:logs:*:${accountId}:log-group:RDS*`;
  return [
    { Sid: "MakesLogGroups", Effect: "Allow", Action: ["logs:CreateLogGroup", "logs:PutRetentionPolicy"], Resource: groups },
    {
      Sid: "WritesMetrics",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents"],
      Resource: `${groups}:log-stream:*`,
    },
  ];
}
