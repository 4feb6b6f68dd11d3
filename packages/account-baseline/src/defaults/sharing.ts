import { S3AccountPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-account-public-access-block/index.js";
import { SsmServiceSetting } from "@cdktf/provider-aws/lib/ssm-service-setting/index.js";
import { VpcBlockPublicAccessOptions } from "@cdktf/provider-aws/lib/vpc-block-public-access-options/index.js";
import { address } from "@groundplan/core";
import type { AccountBlueprint, RegionBlueprint } from "../blueprint.js";

/** Whether a bucket of the account can be public at all. */
export function blockPublicBuckets({ module, config }: AccountBlueprint): S3AccountPublicAccessBlock {
  const blocked = config.defaults.s3PublicAccess === "blocked";
  return address(
    new S3AccountPublicAccessBlock(module, "s3", {
      blockPublicAcls: blocked,
      blockPublicPolicy: blocked,
      ignorePublicAcls: blocked,
      restrictPublicBuckets: blocked,
    }),
    module,
  );
}

/** Whether VPCs of the region can be reached from the internet, and documents read by everybody. */
export function blockPublicAccess({ module, config }: RegionBlueprint): void {
  const { vpcPublicAccess, documents } = config.defaults;
  if (vpcPublicAccess !== "allowed") {
    const block = new VpcBlockPublicAccessOptions(module, "vpc-public-access", { internetGatewayBlockMode: vpcPublicAccess });
    address(block, module, "vpc_public_access");
  }
  // https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html#block-public-access
  const settingId = `arn:aws:ssm:${config.region}:${config.accountId}:servicesetting/ssm/documents/console/public-sharing-permission`;
  const settingValue = documents === "private" ? "Disable" : "Enable";
  address(new SsmServiceSetting(module, "documents", { settingId, settingValue }), module, "documents");
}
