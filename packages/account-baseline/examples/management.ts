import { AccountBaseline } from "@groundplan/account-baseline";
import type { TerraformStack } from "cdktf";

/** The management account, which pays for all: bills are split by tags there. */
export function management(stack: TerraformStack): AccountBaseline {
  return new AccountBaseline(stack, "baseline", {
    name: "shop",
    accountId: "111111111111",
    accountKind: "management",
    region: "eu-west-1",
    securityAccountId: "222222222222",
    audit: { alerts: { email: ["ops@example.com"] } },
    money: { budgets: { all: { limitUsd: 5000, spentPercent: [50, 80, 100] } }, costAllocationTags: ["Project", "Environment"] },
  });
}
