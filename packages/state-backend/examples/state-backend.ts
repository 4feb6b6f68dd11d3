import { LogBucket } from "@groundplan/log-bucket";
import { StateBackend } from "@groundplan/state-backend";
import type { TerraformStack } from "cdktf";

/** Where an account keeps its states, and who read them. */
export function stateBackend(stack: TerraformStack): StateBackend {
  const accessLogs = new LogBucket(stack, "state-logs", {
    bucketName: "shop-111111111111-state-logs",
    sourceAccountIds: ["111111111111"],
    writers: ["s3-access-logs"],
  });
  return new StateBackend(stack, "state", {
    bucketName: "shop-111111111111-state",
    tableName: "shop-state-locks",
    accountId: "111111111111",
    region: "eu-west-1",
    accessLogs,
  });
}
