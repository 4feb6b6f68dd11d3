import { DataTerraformRemoteStateS3, S3Backend, type S3BackendConfig, type TerraformRemoteState, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { StateLocation } from "./facts.js";

// cdktf's type lacks what its code passes on
type LockedConfig = S3BackendConfig & { readonly useLockfile: boolean };

/**
 * A stack's state in its account's bucket, locked twice: Terraform is retiring the table for a file of its own.
 *
 * The bucket encrypts it by the account's own key and refuses any other, so the backend names none: its `encrypt` would ask for S3's.
 */
export class StateBackend extends S3Backend {
  constructor(
    stack: TerraformStack,
    private readonly location: StateLocation,
  ) {
    const { bucket, key, region, lockTable } = location;
    const config: LockedConfig = { bucket, key, region, dynamodbTable: lockTable, useLockfile: true };
    super(stack, config);
  }

  /** Reading takes no lock; the table here would cost a warning, a permission and a digest's check. */
  override getRemoteStateDataSource(scope: Construct, name: string): TerraformRemoteState {
    const { bucket, key, region } = this.location;
    return new DataTerraformRemoteStateS3(scope, name, { bucket, key, region });
  }
}
