import type { DynamodbTable, DynamodbTableConfig } from "@cdktf/provider-aws/lib/dynamodb-table/index.js";
import { S3Bucket, type S3BucketConfig } from "@cdktf/provider-aws/lib/s3-bucket/index.js";
import { address, checkProps, type EncryptionKey, type LogBucket, type StateBackendContract } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import { Construct } from "constructs";
import { accessLog } from "./access-log.js";
import { type StateBackendConfig, schema } from "./config.js";
import { lockTable } from "./lock-table.js";
import type { StateBackendData } from "./props.generated.js";
import { guardBucket } from "./state-bucket.js";

/** What a StateBackend is made from. */
export interface StateBackendProps extends StateBackendData {
  /** Who reads and writes states is logged to this bucket, which lets `s3-access-logs` write; `"none"` gives up knowing it. */
  readonly accessLogs: Pick<LogBucket, "bucketName"> | "none";
  /** The key that states and locks are encrypted by. Default: one of its own. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Arguments of the resources themselves, for what the other properties do not cover. */
  readonly overrides?: { readonly bucket?: Partial<S3BucketConfig>; readonly table?: Partial<DynamodbTableConfig> } | undefined;
}

/**
 * Where Terraform keeps its states: a versioned, encrypted, private S3 bucket; and its locks: a DynamoDB table.
 * Bucket and table can be used as soon as they exist; everything else guards them.
 *
 * Cost: 1 USD a month for the key; bucket and table cost cents at the size of states.
 *
 * @example
 * new StateBackend(this, "state", { bucketName: "shop-111111111111-state", tableName: "shop-state-locks", accountId, region, accessLogs: logs })
 * @throws {PropsError} where the props do not fit the schema
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export class StateBackend extends Construct implements StateBackendContract {
  readonly bucketName: string;
  readonly tableName: string;
  readonly keyArn: string;
  readonly bucket: S3Bucket;
  readonly table: DynamodbTable;
  /** The key given, or the backend's own: a KmsKey. */
  readonly encryptionKey: EncryptionKey;

  constructor(scope: Construct, id: string, props: StateBackendProps) {
    super(scope, id);
    const { accessLogs, encryptionKey, overrides, ...data } = props;
    const config = checkProps(this, schema, data);

    this.encryptionKey = encryptionKey ?? ownKey(this, config);
    this.keyArn = this.encryptionKey.keyArn;
    this.bucket = address(
      new S3Bucket(this, "bucket", {
        bucket: config.bucketName,
        forceDestroy: !config.protect,
        lifecycle: { preventDestroy: config.protect },
        ...overrides?.bucket,
      }),
      this,
    );
    guardBucket(this, this.bucket, { ...config, keyArn: this.keyArn });
    if (accessLogs !== "none") accessLog(this, this.bucket, accessLogs);
    this.table = lockTable(this, { ...config, keyArn: this.keyArn }, overrides?.table);
    this.bucketName = this.bucket.id;
    this.tableName = this.table.name;
  }
}

function ownKey(module: Construct, { bucketName, accountId, region, protect }: StateBackendConfig): KmsKey {
  return new KmsKey(module, "key", { purpose: "state", alias: bucketName, accountId, region, protect });
}
