import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { StaticSite } from "@groundplan/static-site";
import type { TerraformStack } from "cdktf";

/** A documentation site: private, HTTPS alone, behind a WAF, logged and watched. */
export function docs(stack: TerraformStack): StaticSite {
  return new StaticSite(stack, "docs", {
    name: "shop-prod-docs",
    accountId: "111111111111",
    region: "eu-west-1",
    domainNames: ["docs.shop.example.com"],
    zone: { zoneId: "Z0123456789ABCDEFGHIJ", zoneName: "shop.example.com" },
    edgeProvider: new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" }),
  });
}
