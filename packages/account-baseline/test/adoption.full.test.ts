import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer/index.js";
import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail/index.js";
import { ConfigConfigurationRecorder } from "@cdktf/provider-aws/lib/config-configuration-recorder/index.js";
import { ConfigConfigurationRecorderStatus } from "@cdktf/provider-aws/lib/config-configuration-recorder-status/index.js";
import { ConfigDeliveryChannel } from "@cdktf/provider-aws/lib/config-delivery-channel/index.js";
import { GuarddutyDetector } from "@cdktf/provider-aws/lib/guardduty-detector/index.js";
import { IamAccountAlias } from "@cdktf/provider-aws/lib/iam-account-alias/index.js";
import { IamGroup } from "@cdktf/provider-aws/lib/iam-group/index.js";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js";
import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role/index.js";
import { IamUser } from "@cdktf/provider-aws/lib/iam-user/index.js";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { SecurityhubAccount } from "@cdktf/provider-aws/lib/securityhub-account/index.js";
import { SecurityhubFindingAggregator } from "@cdktf/provider-aws/lib/securityhub-finding-aggregator/index.js";
import { LogBucket } from "@groundplan/log-bucket";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import { TerraformOutput, type TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccountBaseline, type AccountBaselineData, RegionBaseline } from "../src/index.js";

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
  auditBefore(stack);
}

/** A trail, a recorder, a detector and a hub, as the console makes them. */
function auditBefore(stack: TerraformStack): void {
  const logs = new LogBucket(stack, "logs", {
    bucketName: "console-logs",
    sourceAccountIds: [accountId],
    writers: ["cloudtrail", "config"],
    protect: false,
  });
  new Cloudtrail(stack, "trail", { name: "management-events", s3BucketName: logs.bucketName, isMultiRegionTrail: true });
  const role = new IamServiceLinkedRole(stack, "config-role", { awsServiceName: "config.amazonaws.com" });
  const recorder = new ConfigConfigurationRecorder(stack, "recorder", { name: "default", roleArn: role.arn });
  const channel = new ConfigDeliveryChannel(stack, "channel", {
    name: "default",
    s3BucketName: logs.bucketName,
    dependsOn: [recorder],
  });
  new ConfigConfigurationRecorderStatus(stack, "status", { name: "default", isEnabled: true, dependsOn: [channel] });
  const detector = new GuarddutyDetector(stack, "detector", { enable: true });
  new TerraformOutput(stack, "detector-id", { value: detector.id, staticId: true });
  const hub = new SecurityhubAccount(stack, "hub", { enableDefaultStandards: false });
  const aggregator = new SecurityhubFindingAggregator(stack, "aggregator", { linkingMode: "ALL_REGIONS", dependsOn: [hub] });
  new TerraformOutput(stack, "aggregator-arn", { value: aggregator.id, staticId: true });
}

/** Where the baseline has it. */
const standing = [
  "aws_accessanalyzer_analyzer.baseline_external_access",
  "aws_cloudtrail.baseline_trail",
  "aws_config_configuration_recorder.baseline_recorder",
  "aws_config_configuration_recorder_status.baseline_recorder",
  "aws_config_delivery_channel.baseline_recorder",
  "aws_guardduty_detector.baseline_detector",
  "aws_iam_account_alias.baseline",
  "aws_iam_group.baseline_platform",
  "aws_iam_openid_connect_provider.baseline_github",
  "aws_iam_service_linked_role.baseline_config",
  "aws_iam_user.baseline_alice",
  "aws_securityhub_account.baseline_security_hub",
  "aws_securityhub_finding_aggregator.baseline_findings",
];

const adopting =
  (found: Pick<AccountBaselineData["existing"] & object, "detector" | "findingAggregator">) =>
  (stack: TerraformStack): void => {
    new AccountBaseline(stack, "baseline", {
      ...place,
      region: "eu-west-1",
      protect: false,
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
        trail: "management-events",
        configRole: true,
        recorder: "default",
        deliveryChannel: "default",
        securityHub: true,
        ...found,
      },
    });
  };

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
    const earlier = await world.deployment("before", before);
    await earlier.apply();
    const { "detector-id": detector, "aggregator-arn": findingAggregator } = await earlier.outputs();
    account = await world.deployment("account", adopting({ detector: String(detector), findingAggregator: String(findingAggregator) }));
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
