import { arn, type CrossProblem, crossCheck, structural } from "@groundplan/core/schema";
import { z } from "zod";
import { entryName } from "./fields.js";

export const accessKinds = ["bucketArn", "tableArn", "queueArn", "topicArn", "secretArn", "parameterArn"] as const;

/** Each entry is a policy of that name; these are made beside it. */
const policyName = () =>
  entryName().regex(/^(?!(tracing|log-router|volumes)$)/, "is the name of a policy that is made beside it; give another");

const accessFields = z.strictObject({
  bucketArn: arn("s3").optional().describe("An S3 bucket."),
  tableArn: arn("dynamodb").optional().describe("A DynamoDB table, with its indexes."),
  queueArn: arn("sqs").optional().describe("An SQS queue: `write` sends, `read` receives and deletes."),
  topicArn: arn("sns").optional().describe("An SNS topic: `write` publishes."),
  secretArn: arn("secretsmanager").optional().describe("A secret that the application reads itself."),
  parameterArn: arn("ssm").optional().describe("A parameter that the application reads itself."),
  level: structural(z.enum(["read", "write", "readWrite"]), "it decides which actions are granted")
    .default("read")
    .describe("What the task may do with it."),
  keyArn: arn("kms").optional().describe("The customer-managed key that it is encrypted by."),
});

export type Access = z.output<typeof accessFields>;

function accessProblems(access: Access): CrossProblem[] {
  const [first, ...more] = accessKinds.filter((kind) => access[kind] !== undefined);
  if (first === undefined) return [{ path: [], value: access, message: `names nothing; give one of ${accessKinds.join(", ")}` }];
  const second = more.map((kind) => ({ path: [kind], value: access[kind], message: `is a second thing; give each an entry of its own` }));
  const readOnly = ["secretArn", "parameterArn"].includes(first) && access.level !== "read";
  const levels = readOnly ? [{ path: ["level"], value: access.level, message: `is not granted on "${first}"; give "read"` }] : [];
  const publishes = first === "topicArn" && access.level !== "write";
  const topics = publishes ? [{ path: ["level"], value: access.level, message: 'is not granted on "topicArn"; give "write"' }] : [];
  return [...second, ...levels, ...topics];
}

export const access = () =>
  structural(
    z.record(policyName(), accessFields.check(crossCheck<Access>([...accessKinds, "level"], accessProblems))),
    "a policy is made for each entry",
  )
    .default({})
    .describe("What the containers may use of AWS, by a name of your own. The task role may do nothing else.");
