import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table/index.js";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import type { StateBackendContract, StateNames } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import type { EstateStack } from "./estate-stack.js";

/** Where an account keeps the states of all its stacks, this one's too. */
export function stateStack(stack: EstateStack<StateBackendContract>, names: StateNames): void {
  const { accountId, region, emulatorOnly } = stack.facts;
  const key = new KmsKey(stack, "state-key", { purpose: "state", alias: names.keyAlias, accountId, region, protect: !emulatorOnly });
  const bucket = new S3Bucket(stack, "state", { bucket: names.bucketName });
  const table = new DynamodbTable(stack, "locks", {
    name: names.tableName,
    hashKey: "LockID",
    billingMode: "PAY_PER_REQUEST",
    attribute: [{ name: "LockID", type: "S" }],
  });
  stack.publish({ bucketName: bucket.bucket, tableName: table.name, keyArn: key.keyArn });
}
