/** Where an account keeps Terraform's state. */
export interface StateBackendContract {
  readonly bucketName: string;
  readonly tableName: string;
  readonly keyArn: string;
}
