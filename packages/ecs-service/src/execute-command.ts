import type { PolicyStatement } from "@groundplan/core";
import { type Blueprint, missingWire } from "./blueprint.js";

/**
 * What the agent in a task's containers needs, so that people can open a shell there, and what they type is logged.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-required-iam-permissions
 */
export function executeCommandStatements(blueprint: Blueprint): PolicyStatement[] {
  const { executeCommandLogGroupArn: logGroupArn, executeCommandKeyArn: keyArn } = blueprint.wiring.cluster;
  if (logGroupArn === undefined || keyArn === undefined)
    throw missingWire(blueprint, "cluster", 'give a cluster that logs what is typed, or set "executeCommand" to off');
  return [
    {
      Sid: "OpensChannels",
      Effect: "Allow",
      Action: [
        "ssmmessages:CreateControlChannel",
        "ssmmessages:CreateDataChannel",
        "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
      ],
      // AWS knows no resources of these
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmessagegatewayservice.html
      Resource: "*",
    },
    // a list, which AWS does not narrow to one group
    { Sid: "FindsTheLogGroup", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
    {
      Sid: "LogsWhatIsTyped",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: [logGroupArn, `${logGroupArn}:*`],
    },
    { Sid: "ReadsTheSession", Effect: "Allow", Action: ["kms:Decrypt"], Resource: keyArn },
  ];
}
