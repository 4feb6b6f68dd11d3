import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
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
    alarmTopic: { topicArn: "arn:aws:sns:eu-west-1:222222222222:shop-security-alerts" },
    logsKey: { keyArn: "arn:aws:kms:eu-west-1:222222222222:key/22222222-2222-3333-4444-555555555555" },
    edgeProvider: new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" }),
    keys: "central",
    estateAccountIds: ["111111111111", "222222222222", "444444444444"],
    archive: {
      expireAfterDays: 2557,
      transitions: [{ afterDays: 90, storageClass: "GLACIER_IR" }],
      objectLock: { mode: "governance", days: 365 },
    },
    audit: {
      trail: {
        logRetentionDays: 400,
        dataEvents: { buckets: ["arn:aws:s3:::shop-prod-docs"] },
        insights: ["ApiCallRateInsight", "ApiErrorRateInsight"],
      },
      alarms: { unauthorized_api_calls: 10, vpc_changes: "off" },
      config: {
        rules: { "encrypted-volumes": { identifier: "ENCRYPTED_VOLUMES" } },
        withoutRules: ["restricted_ssh"],
        conformancePacks: { operations: "s3://shop-config-packs/operations.yaml" },
      },
      guardDuty: { features: ["S3_DATA_EVENTS", "RUNTIME_MONITORING"], tellFrom: "high" },
      securityHub: { standards: ["cis-5.0", "fsbp", "pci-4.0"] },
      inspector: { scans: ["EC2", "ECR", "LAMBDA", "LAMBDA_CODE"] },
      macie: { publishing: "ONE_HOUR" },
    },
    money: {
      email: ["finance@example.com"],
      budgets: { all: { limitUsd: 500 }, containers: { limitUsd: 200, services: ["Amazon Elastic Container Service"] } },
      anomalies: { minimumUsd: 50 },
    },
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
