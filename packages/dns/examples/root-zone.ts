import { DelegationRoles, Zone } from "@groundplan/dns";
import type { TerraformStack } from "cdktf";

/** The root zone, with mail, and the roles by which two environments write their own NS records. */
export function rootZone(stack: TerraformStack): Zone {
  const zone = new Zone(stack, "zone", {
    name: "shop.example.com",
    records: {
      mail: { type: "MX", values: ["10 mail.example.com"], ttlSeconds: 3600 },
      "mail-policy": { name: "_dmarc", type: "TXT", values: ["v=DMARC1; p=reject"] },
    },
  });
  new DelegationRoles(stack, "delegation", {
    zone,
    project: "shop",
    children: {
      dev: { zoneName: "dev.shop.example.com", accountId: "444444444444" },
      prod: { zoneName: "prod.shop.example.com", accountId: "555555555555" },
    },
  });
  return zone;
}
