import { aliasRecord } from "@groundplan/dns";
import type { TerraformStack } from "cdktf";

/** A name in a zone that stood before, for a load balancer. */
export function api(stack: TerraformStack): void {
  aliasRecord(stack, {
    zone: { zoneId: "Z0123456789ABCDEFGHIJ", zoneName: "shop.example.com" },
    name: "api.shop.example.com",
    target: { dnsName: "shop-1234567890.eu-west-1.elb.amazonaws.com", canonicalZoneId: "Z32O12XQLNTSW2" },
    ipv6: true,
  });
}
