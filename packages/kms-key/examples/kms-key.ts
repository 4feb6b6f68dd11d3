import { KmsKey } from "@groundplan/kms-key";
import type { TerraformStack } from "cdktf";

/** A key for CloudWatch's log groups. */
export function logsKey(stack: TerraformStack): KmsKey {
  return new KmsKey(stack, "logs-key", {
    purpose: "logs",
    alias: "shop-prod-logs",
    accountId: "111111111111",
    region: "eu-west-1",
  });
}
