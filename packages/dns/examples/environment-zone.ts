import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Certificate, Delegation, Zone } from "@groundplan/dns";
import type { TerraformStack } from "cdktf";

/** An environment's zone, its place in the parent's, and one certificate of it where load balancers are, one where CloudFront is. */
export function environmentZone(stack: TerraformStack): Zone {
  const zoneProvider = new AwsProvider(stack, "zone-provider", {
    alias: "zone",
    region: "eu-west-1",
    assumeRole: [{ roleArn: "arn:aws:iam::333333333333:role/shop-zone-dev-apply" }],
  });
  const edgeProvider = new AwsProvider(stack, "edge-provider", { alias: "edge", region: "us-east-1" });

  const zone = new Zone(stack, "zone", { name: "dev.shop.example.com" });
  new Delegation(stack, "delegation", { zone, parentZoneName: "shop.example.com", zoneProvider });

  const names = { domainName: "dev.shop.example.com", alternativeNames: ["*.dev.shop.example.com"] };
  const certificate = new Certificate(stack, "certificate", { zone, ...names });
  new Certificate(stack, "edge-certificate", { zone, ...names, edgeProvider, provenBy: certificate });
  return zone;
}
