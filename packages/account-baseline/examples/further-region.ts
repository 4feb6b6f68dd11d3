import { RegionBaseline } from "@groundplan/account-baseline";
import type { TerraformStack } from "cdktf";

/** What a further region of the account has. */
export function furtherRegion(stack: TerraformStack): RegionBaseline {
  return new RegionBaseline(stack, "baseline", {
    name: "shop",
    accountId: "444444444444",
    accountKind: "workload",
    region: "eu-central-1",
    securityAccountId: "222222222222",
  });
}
