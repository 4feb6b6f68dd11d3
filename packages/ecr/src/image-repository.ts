import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy/index.js";
import { EcrRepository, type EcrRepositoryConfig } from "@cdktf/provider-aws/lib/ecr-repository/index.js";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy/index.js";
import { address, checkProps, type EncryptionKey, type ImageRepository as ImageRepositoryContract, policyDocument } from "@groundplan/core";
import { KmsKey } from "@groundplan/kms-key";
import { Construct } from "constructs";
import { type ImageRepositoryConfig, schemas } from "./config.js";
import { lifecyclePolicy } from "./lifecycle-policy.js";
import type { ImageRepositoryData } from "./props.generated.js";
import { repositoryPolicy } from "./repository-policy.js";

/** What an ImageRepository is made from. */
export interface ImageRepositoryProps extends ImageRepositoryData {
  /** Encrypts the images, as one of purpose `data` does; one is made if none is given. Another key makes another repository. */
  readonly encryptionKey?: EncryptionKey | undefined;
  /** Arguments of the repository itself, for what the other properties do not cover. */
  readonly overrides?: { readonly repository?: Partial<EcrRepositoryConfig> } | undefined;
}

/**
 * A repository of container images: tags that stay, scanned and encrypted images, the newest releases kept, and pull for other accounts.
 *
 * Cost: 0.10 USD a GB and month; pulls within the region are free; a key of its own 1 USD a month.
 *
 * @example new ImageRepository(this, "api", { name: "shop/api", accountId, region, pullAccountIds: ["222222222222"] })
 * @throws {PropsError} where the props do not fit the schema
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Repositories.html
 */
export class ImageRepository extends Construct implements ImageRepositoryContract {
  readonly repositoryArn: string;
  readonly repositoryUrl: string;
  readonly repository: EcrRepository;
  readonly lifecyclePolicy: EcrLifecyclePolicy;
  /** None where nobody outside the account is let in. */
  readonly policy: EcrRepositoryPolicy | undefined;

  constructor(scope: Construct, id: string, props: ImageRepositoryProps) {
    super(scope, id);
    const { encryptionKey, overrides, ...data } = props;
    const config = checkProps(this, schemas.ImageRepository, data);
    const { keyArn } = encryptionKey ?? makeKey(this, config);

    this.repository = address(
      new EcrRepository(this, "repository", {
        name: config.name,
        imageTagMutability: config.immutableTags ? "IMMUTABLE" : "MUTABLE",
        imageScanningConfiguration: { scanOnPush: config.scanOnPush },
        encryptionConfiguration: [{ encryptionType: "KMS", kmsKey: keyArn }],
        forceDelete: !config.protect,
        lifecycle: { preventDestroy: config.protect },
        ...overrides?.repository,
      }),
      this,
    );
    this.lifecyclePolicy = address(
      new EcrLifecyclePolicy(this, "lifecycle", { repository: this.repository.name, policy: lifecyclePolicy(config) }),
      this,
    );
    this.policy = letIn(this, this.repository, config);
    this.repositoryArn = this.repository.arn;
    this.repositoryUrl = this.repository.repositoryUrl;
  }
}

function makeKey(module: Construct, { name, accountId, region, protect }: ImageRepositoryConfig): KmsKey {
  const alias = name.replaceAll(".", "-");
  return new KmsKey(module, "key", { purpose: "data", alias, accountId, region, protect });
}

function letIn(module: Construct, repository: EcrRepository, config: ImageRepositoryConfig): EcrRepositoryPolicy | undefined {
  const statements = repositoryPolicy(config);
  if (statements.length === 0) return undefined;
  const policy = policyDocument(...statements);
  return address(new EcrRepositoryPolicy(module, "policy", { repository: repository.name, policy }), module);
}
