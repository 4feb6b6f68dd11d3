import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js";
import { IamAccountAlias } from "@cdktf/provider-aws/lib/iam-account-alias/index.js";
import { IamGroup } from "@cdktf/provider-aws/lib/iam-group/index.js";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountBaseline, RegionBaseline } from "../src/index.js";

const accountId = "222222222222";
const place = { name: "shop", accountId, accountKind: "security", securityAccountId: accountId } as const;
const githubArn = `arn:aws:iam::${accountId}:oidc-provider/token.actions.githubusercontent.com`;

/** What somebody made by hand, before the baseline came. */
function before(stack: TerraformStack): void {
  new IamAccountAlias(stack, "alias", { accountAlias: "shop-security" });
  new IamOpenidConnectProvider(stack, "github", {
    url: "https://token.actions.githubusercontent.com",
    clientIdList: ["sts.amazonaws.com"],
  });
  new AccessanalyzerAnalyzer(stack, "analyzer", { analyzerName: "console-analyzer" });
  new IamGroup(stack, "group", { name: "platform" });
  new IamUser(stack, "user", { name: "alice", forceDestroy: true });
}

/** Where the baseline has it. */
const standing = [
  "aws_accessanalyzer_analyzer.baseline_external_access",
  "aws_iam_account_alias.baseline",
  "aws_iam_group.baseline_platform",
  "aws_iam_openid_connect_provider.baseline_github",
  "aws_iam_user.baseline_alice",
];

function adopting(stack: TerraformStack): void {
  new AccountBaseline(stack, "baseline", {
    ...place,
    region: "eu-west-1",
    identity: {
      alias: "shop-security",
      groups: { platform: { roles: ["admin"], accountIds: [accountId] } },
      users: { alice: { groups: ["platform"] } },
      pipelines: { repository: "github.com/example/shop", environments: ["security"] },
    },
    existing: {
      accountAlias: "shop-security",
      oidcProviders: { github: githubArn },
      accessAnalyzer: "console-analyzer",
      users: ["alice"],
      groups: ["platform"],
    },
  });
}

function further(stack: TerraformStack): void {
  new AwsProvider(stack, "aws", { region: "eu-central-1" });
  new RegionBaseline(stack, "baseline", { ...place, region: "eu-central-1", defaults: { vpcPublicAccess: "block-ingress" } });
}

describe("the baseline of an account that was in use", () => {
  let world: World;
  let account: Deployment;
  let region: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "account-baseline-adoption", accountId });
    await (await world.deployment("before", before)).apply();
    account = await world.deployment("account", adopting);
    region = await world.deployment("region", further);
  });
  afterAll(() => world.stop());

  it("takes over what stands, and makes nothing twice", async () => {
    const plan = await account.plan();
    // what is imported and changed in one is told as changed
    expect([...plan.import, ...plan.update].sort()).toEqual(standing);
    expect([...plan.replace, ...plan.destroy]).toEqual([]);
    expect(plan.create.filter((address) => standing.includes(address))).toEqual([]);
    await account.apply();
    await account.expectEmptyPlan();
  });

  it("stands in a further region, too, and leaves it alone when the region is dropped", async () => {
    await region.apply();
    await region.expectEmptyPlan();
    await region.destroy();
    await account.expectEmptyPlan();
  });

  it("is destroyed", async () => {
    await account.destroy();
  });
});
