import type { PolicyStatement } from "@groundplan/core";
import type { Access } from "./schema/access.js";
import { secretResources } from "./secret-references.js";

type Kind = "bucketArn" | "tableArn" | "queueArn" | "topicArn" | "secretArn" | "parameterArn";

/** What reading and writing are, of each kind of thing. https://docs.aws.amazon.com/service-authorization/latest/reference/ */
const actions: Record<Kind, { readonly service: string; readonly read: readonly string[]; readonly write: readonly string[] }> = {
  bucketArn: { service: "s3", read: ["s3:GetObject"], write: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"] },
  tableArn: {
    service: "dynamodb",
    read: [
      "dynamodb:BatchGetItem",
      "dynamodb:ConditionCheckItem",
      "dynamodb:DescribeTable",
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:Scan",
    ],
    write: ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:PutItem", "dynamodb:UpdateItem"],
  },
  queueArn: {
    service: "sqs",
    read: ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
    write: ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"],
  },
  topicArn: { service: "sns", read: [], write: ["sns:Publish"] },
  secretArn: { service: "secretsmanager", read: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"], write: [] },
  parameterArn: { service: "ssm", read: ["ssm:GetParameter", "ssm:GetParameters"], write: [] },
};

const kinds: readonly Kind[] = ["bucketArn", "tableArn", "queueArn", "topicArn", "secretArn", "parameterArn"];

/** The statements of an entry of `access`. */
export function accessStatements(access: Access, region: string): PolicyStatement[] {
  const kind = kinds.find((one) => access[one] !== undefined);
  const arn = kind === undefined ? undefined : access[kind];
  if (kind === undefined || arn === undefined) return [];
  const { service, read, write } = actions[kind];
  const granted = [...(access.level === "write" ? [] : read), ...(access.level === "read" ? [] : write)];
  return [
    ...(kind === "bucketArn" && access.level !== "write" ? [listsBucket(arn)] : []),
    { Sid: sidOf[access.level], Effect: "Allow", Action: [...new Set(granted)].sort(), Resource: resourcesOf(kind, arn) },
    ...(access.keyArn === undefined ? [] : [usesKey(access.keyArn, { access, via: `${service}.${region}.amazonaws.com` })]),
  ];
}

const sidOf = { read: "Reads", write: "Writes", readWrite: "ReadsAndWrites" } as const;

/** Without it, S3 answers that access is denied where an object is not there. */
function listsBucket(bucketArn: string): PolicyStatement {
  return { Sid: "Lists", Effect: "Allow", Action: ["s3:ListBucket"], Resource: bucketArn };
}

function resourcesOf(kind: Kind, arn: string): string | readonly string[] {
  if (kind === "bucketArn") return `${arn}/*`;
  if (kind === "tableArn") return [arn, `${arn}/index/*`];
  return kind === "secretArn" ? secretResources(arn) : arn;
}

/** By way of the service alone. Who writes to S3, SQS or SNS under a key makes a data key, and reads it back. */
function usesKey(keyArn: string, { access, via }: { readonly access: Access; readonly via: string }): PolicyStatement {
  const isRead = access.level === "read";
  return {
    Sid: "UsesItsKey",
    Effect: "Allow",
    Action: isRead ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: keyArn,
    Condition: { StringEquals: { "kms:ViaService": via } },
  };
}
