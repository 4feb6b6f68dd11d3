import { AccountBaseline } from "@groundplan/account-baseline";
import type { TerraformStack } from "cdktf";

/** A workload account that GitHub's workflows plan and apply, in two regions and no other. */
export function pipelines(stack: TerraformStack): AccountBaseline {
  return new AccountBaseline(stack, "baseline", {
    name: "shop",
    accountId: "444444444444",
    accountKind: "workload",
    region: "eu-west-1",
    securityAccountId: "222222222222",
    identity: {
      alias: "shop-nonprod",
      pipelines: { repository: "github.com/example/shop", environments: ["dev", "stage"] },
      boundary: { policyName: "estate/boundary", allowedRegions: ["eu-central-1"] },
    },
  });
}
