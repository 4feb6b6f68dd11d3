import type { PolicyStatement } from "@groundplan/core";
import type { AlarmTopicConfig } from "./config.js";

interface Place extends Pick<AlarmTopicConfig, "accountId" | "region"> {
  readonly topicArn: string;
}

/** The statements of an alarm topic's policy: who may publish. The account's own roles are let in by IAM. */
export function topicPolicy(place: Place): PolicyStatement[] {
  return [alarmsPublish(place), eventsPublish(place), databasesPublish(place), ...costsPublish(place), publishByTlsOnly(place)];
}

const publish = { Effect: "Allow", Action: ["sns:Publish"] } as const;

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
function alarmsPublish({ topicArn, accountId, region }: Place): PolicyStatement {
  return {
    Sid: "AlarmsPublish",
    ...publish,
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Resource: topicArn,
    Condition: {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:aws:cloudwatch:${region}:${accountId}:alarm:*` },
    },
  };
}

// EventBridge sends nothing that a condition could look at: one that is there never holds, and events are lost.
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
function eventsPublish({ topicArn }: Place): PolicyStatement {
  return { Sid: "EventsPublish", ...publish, Principal: { Service: "events.amazonaws.com" }, Resource: topicArn };
}

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html
function databasesPublish({ topicArn, accountId, region }: Place): PolicyStatement {
  return {
    Sid: "DatabasesPublish",
    ...publish,
    Principal: { Service: "events.rds.amazonaws.com" },
    Resource: topicArn,
    Condition: {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:aws:rds:${region}:${accountId}:*` },
    },
  };
}

// https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
// https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html
function costsPublish({ topicArn, accountId }: Place): PolicyStatement[] {
  const fromAccount = { StringEquals: { "aws:SourceAccount": accountId } };
  return [
    {
      Sid: "BudgetsPublish",
      ...publish,
      Principal: { Service: "budgets.amazonaws.com" },
      Resource: topicArn,
      Condition: { ...fromAccount, ArnLike: { "aws:SourceArn": `arn:aws:budgets::${accountId}:*` } },
    },
    {
      Sid: "CostAlertsPublish",
      ...publish,
      Principal: { Service: "costalerts.amazonaws.com" },
      Resource: topicArn,
      Condition: fromAccount,
    },
  ];
}

// https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit
function publishByTlsOnly({ topicArn }: Place): PolicyStatement {
  return {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: ["sns:Publish"],
    Resource: topicArn,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
