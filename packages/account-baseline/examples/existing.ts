import { AccountBaseline } from "@groundplan/account-baseline";
import type { TerraformStack } from "cdktf";

/** An account that was in use before: what stands is imported. */
export function existing(stack: TerraformStack): AccountBaseline {
  return new AccountBaseline(stack, "baseline", {
    name: "shop",
    accountId: "444444444444",
    accountKind: "workload",
    region: "eu-west-1",
    securityAccountId: "222222222222",
    identity: {
      alias: "shop-nonprod",
      pipelines: { repository: "github.com/example/shop", environments: ["dev"] },
    },
    existing: {
      accountAlias: "shop-nonprod",
      oidcProviders: { github: "arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com" },
      accessAnalyzer: "console-analyzer",
      trail: "management-events",
      configRole: true,
      recorder: "default",
      deliveryChannel: "default",
      detector: "12abc34d567e8fa901bc2d34e56789f0",
      securityHub: true,
    },
  });
}
