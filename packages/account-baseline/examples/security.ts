import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { AccountBaseline } from "@groundplan/account-baseline";
import type { TerraformStack } from "cdktf";

/** The security account: the only one with users, who come into the others by role. */
export function security(stack: TerraformStack): AccountBaseline {
  return new AccountBaseline(stack, "baseline", {
    name: "shop",
    accountId: "222222222222",
    accountKind: "security",
    region: "eu-west-1",
    securityAccountId: "222222222222",
    // CloudFront's logs of all accounts come in there
    edgeProvider: new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" }),
    estateAccountIds: ["111111111111", "222222222222", "333333333333", "444444444444"],
    keys: "central",
    audit: { alerts: { email: ["security@example.com"] } },
    identity: {
      groups: {
        platform: { roles: ["admin", "power", "read-only"], accountIds: ["222222222222", "333333333333", "444444444444"] },
        developers: { roles: ["read-only"], accountIds: ["444444444444"] },
        finance: { roles: ["billing"], accountIds: ["111111111111"] },
      },
      users: { alice: { groups: ["platform"] }, bob: { groups: ["developers", "finance"] } },
    },
  });
}
