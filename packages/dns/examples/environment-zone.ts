import type { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Certificate, Delegation, Zone } from "@groundplan/dns";
import type { TerraformStack } from "cdktf";

/** What reaches elsewhere: the parent zone's account, and us-east-1. */
interface Providers {
  readonly zoneProvider: AwsProvider;
  readonly edgeProvider: AwsProvider;
}

/** An environment's zone, its place in the parent's, and one certificate of it where load balancers are, one where CloudFront is. */
export function environmentZone(stack: TerraformStack, { zoneProvider, edgeProvider }: Providers): Zone {
  const zone = new Zone(stack, "zone", { name: "dev.shop.example.com" });
  new Delegation(stack, "delegation", { zone, parentZoneName: "shop.example.com", zoneProvider });

  const names = { domainName: "dev.shop.example.com", alternativeNames: ["*.dev.shop.example.com"] };
  const certificate = new Certificate(stack, "certificate", { zone, ...names });
  new Certificate(stack, "edge-certificate", { zone, ...names, edgeProvider, provenBy: certificate });
  return zone;
}
