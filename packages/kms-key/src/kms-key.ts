import { KmsAlias, type KmsAliasConfig } from "@cdktf/provider-aws/lib/kms-alias/index.js";
import { KmsKey as AwsKmsKey, type KmsKeyConfig as AwsKmsKeyConfig } from "@cdktf/provider-aws/lib/kms-key/index.js";
import { address, checkProps, type EncryptionKey, policyDocument } from "@groundplan/core";
import { Construct } from "constructs";
import { schema } from "./config.js";
import { keyPolicy } from "./key-policy.js";
import type { KmsKeyData } from "./props.generated.js";

/** What a KmsKey is made from. */
export interface KmsKeyProps extends KmsKeyData {
  /** Arguments of the resources themselves, for what the other properties do not cover. */
  readonly overrides?: { readonly key?: Partial<AwsKmsKeyConfig>; readonly alias?: Partial<KmsAliasConfig> } | undefined;
}

/**
 * A customer-managed key with an alias, rotated; its policy lets in the services of its purpose, and nobody do everything.
 *
 * Cost: 1 USD a month, and 1 USD more for each of its first two rotations; 0.03 USD for 10,000 requests.
 *
 * @example new KmsKey(this, "data-key", { purpose: "data", alias: "shop-prod-data", accountId: "111111111111", region: "eu-west-1" })
 * @throws {PropsError} where the props do not fit the schema
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export class KmsKey extends Construct implements EncryptionKey {
  readonly keyArn: string;
  readonly key: AwsKmsKey;
  readonly alias: KmsAlias;

  constructor(scope: Construct, id: string, props: KmsKeyProps) {
    super(scope, id);
    const { overrides, ...data } = props;
    const config = checkProps(this, schema, data);

    this.key = address(
      new AwsKmsKey(this, "key", {
        description: `${config.purpose} of ${config.alias}`,
        enableKeyRotation: true,
        rotationPeriodInDays: config.rotationPeriodDays,
        deletionWindowInDays: config.deletionWindowDays,
        multiRegion: config.multiRegion,
        policy: policyDocument(...keyPolicy(config)),
        lifecycle: { preventDestroy: config.protect },
        ...overrides?.key,
      }),
      this,
    );
    this.alias = address(
      new KmsAlias(this, "alias", { name: `alias/${config.alias}`, targetKeyId: this.key.keyId, ...overrides?.alias }),
      this,
    );
    this.keyArn = this.key.arn;
  }
}
