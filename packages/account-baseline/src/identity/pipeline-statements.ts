import { type EverythingButStatement, type PolicyStatement, stateNames, zoneRoleNames } from "@groundplan/core";
import type { AccountBaselineConfig } from "../schema/baseline.js";

type Place = Pick<AccountBaselineConfig, "name" | "accountId" | "region">;

/** What a plan writes: locks, in both of their kinds. */
export function planStatements(place: Place, environments: readonly string[]): readonly (PolicyStatement | EverythingButStatement)[] {
  const { name: project, accountId, region } = place;
  const { bucketName, tableName } = stateNames({ project, accountId, region });
  const bucket = `arn:aws:s3:::${bucketName}`;
  const table = `arn:aws:dynamodb:${region}:${accountId}:table/${tableName}`;
  return [
    {
      Sid: "LocksStates",
      Effect: "Allow",
      Action: ["s3:PutObject", "s3:DeleteObject", "s3:GetObject"],
      Resource: `${bucket}/*.tflock`,
    },
    {
      Sid: "LocksStatesInTheTable",
      Effect: "Allow",
      Action: ["dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"],
      Resource: table,
    },
    {
      Sid: "OpensStates",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      // the key is known by its alias alone
      Resource: `arn:aws:kms:${region}:${accountId}:key/*`,
      Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [`alias/${bucketName}`] } },
    },
    {
      Sid: "ReadsParentZones",
      Effect: "Allow",
      Action: ["sts:AssumeRole"],
      // a parent zone stands in another account, whose roles say whom they let in
      Resource: environments.map((environment) => `arn:aws:iam::*:role/${zoneRoleNames({ project, environment }).plan}`),
    },
    readsNoData([`${bucket}/*`, table]),
  ];
}

// AWS's ReadOnlyAccess reads what is in buckets and tables, too, and a plan needs none of it.
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/ReadOnlyAccess.html
function readsNoData(states: readonly string[]): EverythingButStatement {
  return {
    Sid: "ReadsNoData",
    Effect: "Deny",
    Action: [
      "s3:GetObject",
      "s3:GetObjectVersion",
      "dynamodb:BatchGetItem",
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "dynamodb:GetRecords",
      "sqs:ReceiveMessage",
      "kinesis:GetRecords",
    ],
    NotResource: states,
  };
}
