import type { StateBackendContract, StateNames } from "@groundplan/core";
import { LogBucket } from "@groundplan/log-bucket";
import { nonProduction as shortLivedLogs } from "@groundplan/log-bucket/config";
import { StateBackend } from "@groundplan/state-backend";
import { nonProduction as shortLivedStates } from "@groundplan/state-backend/config";
import type { EstateStack } from "./estate-stack.js";

/** Where an account keeps the states of all its stacks, this one's too, and the log of who read and wrote them. */
export function stateStack(stack: EstateStack<StateBackendContract>, { bucketName, logBucketName, tableName }: StateNames): void {
  const { accountId, region, emulatorOnly } = stack.facts;

  const accessLogs = new LogBucket(stack, "state-logs", {
    bucketName: logBucketName,
    sourceAccountIds: [accountId],
    writers: ["s3-access-logs"],
    ...(emulatorOnly ? shortLivedLogs : {}),
  });
  const state = new StateBackend(stack, "state", {
    bucketName,
    tableName,
    accountId,
    region,
    accessLogs,
    ...(emulatorOnly ? shortLivedStates : {}),
  });

  stack.publish({ bucketName: state.bucketName, tableName: state.tableName, keyArn: state.keyArn });
}
