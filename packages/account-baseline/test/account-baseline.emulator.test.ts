import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountBaseline, type AccountBaselineProps } from "../src/index.js";

const contact = { name: "Security", title: "Security team", email: "security@example.com", phone: "+353 1 234 5678" };
const place = { name: "shop", region: "eu-west-1", accountId: "222222222222", securityAccountId: "222222222222" } as const;

const security =
  (changes: Partial<AccountBaselineProps> = {}) =>
  (stack: TerraformStack): void => {
    new AccountBaseline(stack, "baseline", {
      ...place,
      accountKind: "security",
      contacts: { security: contact },
      estateAccountIds: ["222222222222", "444444444444"],
      edgeProvider: new AwsProvider(stack, "edge", { region: "us-east-1", alias: "edge" }),
      protect: false,
      keys: "central",
      archive: { objectLock: { mode: "governance", days: 1 } },
      audit: {
        alerts: { email: ["security@example.com"] },
        trail: { dataEvents: { buckets: ["arn:aws:s3:::shop-site"] }, insights: ["ApiCallRateInsight"] },
        inspector: {},
      },
      money: { email: ["finance@example.com"], budgets: { all: { limitUsd: 100 } }, anomalies: {} },
      identity: {
        alias: "shop-security",
        groups: { platform: { roles: ["admin"], accountIds: ["222222222222"] } },
        users: { alice: { groups: ["platform"] } },
        pipelines: { repository: "github.com/example/shop", environments: ["security"] },
        unusedAccess: {},
      },
      ...changes,
    });
  };

describe("the baseline of the security account", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "account-baseline", accountId: place.accountId });
    deployment = await world.deployment("account", security());
  });
  afterAll(() => world.stop());

  it("is applied, and settles", async () => {
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("takes another user, contact, audit, archive, budget and other defaults, and replaces nothing", async () => {
    const change = await deployment.change(
      security({
        contacts: { security: contact, billing: { ...contact, title: "Accounts" } },
        identity: {
          alias: "shop-security",
          passwordPolicy: { minimumLength: 16 },
          roles: { admin: { maxMfaAgeMinutes: 15, maxSessionHours: 2 } },
          sourceIdentity: "required",
          groups: {
            platform: { roles: ["admin", "power"], accountIds: ["222222222222"] },
            finance: { roles: ["billing"], accountIds: ["222222222222"] },
          },
          users: { alice: { groups: ["platform"] }, bob: { groups: ["finance"] } },
          pipelines: { repository: "github.com/example/shop", environments: ["security", "tools"] },
          unusedAccess: {},
        },
        archive: { expireAfterDays: 400, objectLock: { mode: "governance", days: 2 } },
        audit: {
          alerts: { email: ["security@example.com", "ops@example.com"] },
          trail: { logRetentionDays: 400, dataEvents: { buckets: "all", events: "writes" } },
          alarms: { unauthorized_api_calls: 10 },
          config: { frequency: "daily", rules: { volumes: { identifier: "ENCRYPTED_VOLUMES" } } },
          guardDuty: { features: ["S3_DATA_EVENTS", "RUNTIME_MONITORING"], tellFrom: "high", publishing: "ONE_HOUR" },
          securityHub: { standards: ["cis-5.0", "fsbp", "pci-4.0"] },
          inspector: { scans: ["ECR", "LAMBDA", "LAMBDA_CODE"] },
          macie: {},
        },
        money: { email: ["finance@example.com"], budgets: { all: { limitUsd: 200, spentPercent: [90] } }, anomalies: { minimumUsd: 50 } },
        defaults: {
          instanceMetadata: { hopLimit: 2 },
          containerInsights: "enhanced",
          snapshots: "block-new-sharing",
          vpcPublicAccess: "block-ingress",
        },
      }),
    );
    expect(change.replace).toEqual([]);
    expect(change.destroy).toEqual([]);
    await deployment.expectEmptyPlan();
  });

  it("is destroyed", async () => {
    await deployment.destroy();
  });
});
