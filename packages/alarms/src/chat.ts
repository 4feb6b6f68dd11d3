import { ChatbotSlackChannelConfiguration } from "@cdktf/provider-aws/lib/chatbot-slack-channel-configuration/index.js";
import { ChatbotTeamsChannelConfiguration } from "@cdktf/provider-aws/lib/chatbot-teams-channel-configuration/index.js";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role/index.js";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy/index.js";
import { address, awsName, type PolicyStatement, policyDocument, serviceTrust } from "@groundplan/core";
import type { Construct } from "constructs";
import type { AlarmTopicConfig } from "./config.js";

/** What chat channels are told by. */
export interface ChatSource extends Pick<AlarmTopicConfig, "name" | "region" | "subscriptions"> {
  readonly topicArns: readonly string[];
}

/** The chat channels that are told, and the role that they look at alarms with. */
export function tellChannels(module: Construct, source: ChatSource): void {
  const { slack, teams } = source.subscriptions;
  if (Object.keys(slack).length + Object.keys(teams).length === 0) return;
  const role = makeRole(module, source);
  for (const [name, { workspaceId, channelId }] of Object.entries(slack)) {
    const channel = { slackTeamId: workspaceId, slackChannelId: channelId, ...told(source, role, name) };
    address(new ChatbotSlackChannelConfiguration(module, `slack-${name}`, channel), module, name);
  }
  for (const [name, { tenantId, teamId, channelId }] of Object.entries(teams)) {
    const channel = { tenantId, teamId, channelId, ...told(source, role, name) };
    address(new ChatbotTeamsChannelConfiguration(module, `teams-${name}`, channel), module, name);
  }
}

function told(source: ChatSource, role: IamRole, name: string) {
  return {
    configurationName: `${source.name}-${source.region}-${name}`,
    iamRoleArn: role.arn,
    snsTopicArns: [...source.topicArns],
    // without one, AWS takes AdministratorAccess
    guardrailPolicyArns: ["arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"],
    loggingLevel: "ERROR",
  };
}

// The page knows no condition for the service's trust.
// https://docs.aws.amazon.com/chatbot/latest/adminguide/understanding-permissions.html
function makeRole(module: Construct, { name, region }: ChatSource): IamRole {
  const role = new IamRole(module, "chat-role", {
    name: awsName("aws_iam_role", name, region, "chat"),
    assumeRolePolicy: serviceTrust("chatbot.amazonaws.com"),
  });
  address(role, module, "chat");
  const policy = policyDocument(readsAlarms);
  address(new IamRolePolicy(module, "chat-policy", { name: "read-alarms", role: role.name, policy }), module, "chat");
  return role;
}

/** What a message needs to show the graph of its alarm. */
const readsAlarms: PolicyStatement = {
  Sid: "ReadsAlarms",
  Effect: "Allow",
  Action: [
    "cloudwatch:DescribeAlarmHistory",
    "cloudwatch:DescribeAlarms",
    "cloudwatch:GetMetricData",
    "cloudwatch:GetMetricStatistics",
    "cloudwatch:GetMetricWidgetImage",
  ],
  // metrics are no resources, and cannot be named
  // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html
  Resource: "*",
};
