import { DynamodbTable, type DynamodbTableConfig } from "@cdktf/provider-aws/lib/dynamodb-table/index.js";
import { address } from "@groundplan/core";
import type { Construct } from "constructs";
import type { StateBackendConfig } from "./config.js";

/** What a lock table is made from. */
interface LockTable extends Pick<StateBackendConfig, "tableName" | "protect"> {
  readonly keyArn: string;
}

// The key's name and type are Terraform's: https://developer.hashicorp.com/terraform/language/backend/s3#dynamodb-table-permissions
export function lockTable(
  module: Construct,
  { tableName, keyArn, protect }: LockTable,
  override?: Partial<DynamodbTableConfig>,
): DynamodbTable {
  return address(
    new DynamodbTable(module, "locks", {
      name: tableName,
      billingMode: "PAY_PER_REQUEST",
      hashKey: "LockID",
      attribute: [{ name: "LockID", type: "S" }],
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
      deletionProtectionEnabled: protect,
      lifecycle: { preventDestroy: protect },
      ...override,
    }),
    module,
  );
}
