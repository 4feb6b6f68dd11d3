import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import type { TerraformStack } from "cdktf";

/** What stands already: here by its ids; in a stack of your own, the constructs themselves. */
export const place = { accountId: "111111111111", region: "eu-west-1" };

export const zone = { zoneId: "Z0123456789ABCDEFGHIJ", zoneName: "shop.example.com" };

/** Where CloudFront wants its certificates, web ACLs and alarms. */
export function edgeProvider(stack: TerraformStack): AwsProvider {
  return new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" });
}
