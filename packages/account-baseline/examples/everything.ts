import { AccountBaseline } from "@groundplan/account-baseline";
import type { TerraformStack } from "cdktf";

const contact = (kind: string) => ({ name: `${kind} team`, title: kind, email: `${kind}@example.com`, phone: "+353 1 234 5678" });

/** The security account with everything set. */
export function everything(stack: TerraformStack): AccountBaseline {
  return new AccountBaseline(stack, "baseline", {
    name: "shop",
    accountId: "222222222222",
    accountKind: "security",
    region: "eu-west-1",
    securityAccountId: "222222222222",
    volumesKey: { keyArn: "arn:aws:kms:eu-west-1:222222222222:key/11111111-2222-3333-4444-555555555555" },
    logArchive: { bucketName: "shop-log-archive", bucketArn: "arn:aws:s3:::shop-log-archive" },
    contacts: { security: contact("security"), operations: contact("operations"), billing: contact("billing") },
    identity: {
      alias: "shop-security",
      passwordPolicy: { minimumLength: 16, maxPasswordAgeDays: 60 },
      sourceIdentity: "required",
      roles: {
        admin: { maxMfaAgeMinutes: 15 },
        power: { enabled: false },
        "read-only": { policies: ["SecurityAudit", "job-function/ViewOnlyAccess"] },
      },
      boundary: {
        policyName: "estate/boundary",
        guardians: ["arn:aws:iam::222222222222:role/break-glass"],
        allowedRegions: ["eu-central-1"],
      },
      groups: { security: { roles: ["admin"], accountIds: ["222222222222"], policies: ["SecurityAudit"] } },
      users: { "alice@example.com": { groups: ["security"] } },
      oidcProviders: { gitlab: { url: "https://gitlab.example.com", clientIds: ["https://gitlab.example.com"] } },
      pipelines: { repository: "github.com/example/shop", environments: ["security"] },
      unusedAccess: {},
    },
    defaults: {
      instanceMetadata: { hopLimit: 2 },
      vpcPublicAccess: "block-bidirectional",
      accessAnalyzer: "organization",
      containerInsights: "enhanced",
      taskRetirementWaitDays: 14,
    },
    overrides: { role: (name) => (name === "admin" ? { tags: { Attention: "high" } } : {}) },
  });
}
