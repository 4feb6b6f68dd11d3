import { AccountBaseline } from "@groundplan/account-baseline";
import type { TerraformStack } from "cdktf";

/** A workload account, from its first day. */
export function workload(stack: TerraformStack): AccountBaseline {
  return new AccountBaseline(stack, "baseline", {
    name: "shop",
    accountId: "444444444444",
    accountKind: "workload",
    region: "eu-west-1",
    securityAccountId: "222222222222",
    contacts: {
      security: { name: "Security", title: "Security team", email: "security@example.com", phone: "+353 1 234 5678" },
    },
  });
}
