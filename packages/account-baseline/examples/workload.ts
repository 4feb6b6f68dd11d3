import { AccountBaseline } from "@groundplan/account-baseline";
import { logArchive } from "@groundplan/core";
import type { TerraformStack } from "cdktf";

/** A workload account, from its first day. */
export function workload(stack: TerraformStack): AccountBaseline {
  return new AccountBaseline(stack, "baseline", {
    name: "shop",
    accountId: "444444444444",
    accountKind: "workload",
    region: "eu-west-1",
    securityAccountId: "222222222222",
    logArchive: logArchive({ project: "shop", accountId: "222222222222", region: "eu-west-1" }),
    keys: "central",
    audit: { alerts: { email: ["ops@example.com"] } },
    money: { email: ["finance@example.com"], budgets: { all: { limitUsd: 500 } }, anomalies: {} },
    contacts: {
      security: { name: "Security", title: "Security team", email: "security@example.com", phone: "+353 1 234 5678" },
    },
  });
}
