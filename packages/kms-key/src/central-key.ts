import { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key/index.js";
import { address, type EncryptionKey } from "@groundplan/core";
import { Construct } from "constructs";

/** What a CentralKey is found by. */
export interface CentralKeyProps {
  /** The alias's ARN, with the account that has the key: `arn:aws:kms:eu-west-1:222222222222:alias/shop-central-data`. */
  readonly aliasArn: string;
}

/**
 * A key of another account, found by its alias when a plan is made. It stands in the provider's region, and its policy lets the account
 * describe it, as that of a KmsKey does with `sharedWith`.
 *
 * @example new CentralKey(this, "data-key", { aliasArn: centralKeyAliasArn({ project: "shop", accountId, region }, "data") })
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
export class CentralKey extends Construct implements EncryptionKey {
  readonly keyArn: string;
  readonly key: DataAwsKmsKey;

  constructor(scope: Construct, id: string, { aliasArn }: CentralKeyProps) {
    super(scope, id);
    this.key = address(new DataAwsKmsKey(this, "key", { keyId: aliasArn }), this);
    this.keyArn = this.key.arn;
  }
}
