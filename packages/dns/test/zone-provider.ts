import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import type { TerraformStack } from "cdktf";

/** A provider into the parent zone's account. */
export function zoneProvider(stack: TerraformStack, roleArn = "arn:aws:iam::333333333333:role/shop-zone-dev-plan"): AwsProvider {
  return new AwsProvider(stack, "zone-provider", { alias: "zone", region: "eu-west-1", assumeRole: [{ roleArn }] });
}

/** A provider where CloudFront looks for its certificates. */
export function edgeProvider(stack: TerraformStack): AwsProvider {
  return new AwsProvider(stack, "edge-provider", { alias: "edge", region: "us-east-1" });
}
