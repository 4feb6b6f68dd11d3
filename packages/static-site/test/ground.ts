import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone/index.js";
import type { TerraformStack } from "cdktf";
import { StaticSite, type StaticSiteProps } from "../src/index.js";

export const place = { accountId: "111111111111", region: "eu-west-1" };

/** What a site stands on, in its own stack. */
export function ground(stack: TerraformStack): Pick<StaticSiteProps, "zone" | "edgeProvider"> {
  const { zoneId } = new Route53Zone(stack, "zone", { name: "shop.example.com" });
  return {
    zone: { zoneId, zoneName: "shop.example.com" },
    edgeProvider: new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" }),
  };
}

/** A site for the emulator, which is not protected. */
export const site =
  (changes: (stack: TerraformStack) => Partial<StaticSiteProps> = () => ({})) =>
  (stack: TerraformStack): void => {
    new StaticSite(stack, "docs", {
      ...place,
      name: "shop-docs",
      domainNames: ["docs.shop.example.com"],
      protect: false,
      ...ground(stack),
      ...changes(stack),
    });
  };
