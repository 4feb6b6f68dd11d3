import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, awsName, type EncryptionKey, policyDocument, serviceTrust } from "@groundplan/core";
import type { Construct } from "constructs";
import type { AlarmTopicConfig } from "./config.js";

/** What the log of failed deliveries is made from. */
export interface DeliveryLogPlace extends Pick<AlarmTopicConfig, "name" | "accountId" | "region" | "deliveryLogRetentionDays"> {
  readonly encryptionKey: EncryptionKey | undefined;
}

/**
 * What endpoints did not take, and why; AWS keeps no such log for mail and chat. It is there whoever is subscribed, so that
 * the last subscription that goes does not take its log along.
 *
 * @returns the topic's arguments
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html
 */
export function logDeliveries(module: Construct, place: DeliveryLogPlace) {
  const { name, accountId, region } = place;
  // SNS itself chooses the name
  const logGroup = `sns/${region}/${accountId}/${name}/Failure`;
  makeGroup(module, logGroup, place);
  const role = new IamRole(module, "delivery-role", {
    name: awsName("aws_iam_role", name, region, "deliveries"),
    assumeRolePolicy: serviceTrust("sns.amazonaws.com"),
  });
  address(role, module, "deliveries");
  const policy = policyDocument({
    Sid: "LogsFailedDeliveries",
    Effect: "Allow",
    Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
    Resource: [`arn:aws:logs:${region}:${accountId}:log-group:${logGroup}`, `arn:aws:logs:${region}:${accountId}:log-group:${logGroup}:*`],
  });
  address(new IamRolePolicy(module, "delivery-policy", { name: "log-failures", role: role.name, policy }), module, "deliveries");
  return { httpFailureFeedbackRoleArn: role.arn, lambdaFailureFeedbackRoleArn: role.arn, sqsFailureFeedbackRoleArn: role.arn };
}

function makeGroup(module: Construct, name: string, { deliveryLogRetentionDays, encryptionKey }: DeliveryLogPlace): void {
  const key = encryptionKey === undefined ? {} : { kmsKeyId: encryptionKey.keyArn };
  const group = new CloudwatchLogGroup(module, "delivery-group", { name, retentionInDays: deliveryLogRetentionDays, ...key });
  address(group, module, "deliveries");
}
