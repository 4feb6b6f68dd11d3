import { KmsKey } from "@groundplan/kms-key";
import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { pipelines } from "../examples/pipelines.js";
import { workload } from "../examples/workload.js";
import { AccountBaseline } from "../src/index.js";
import { type AwsRequest, isAllowed } from "./simulation/evaluate.js";
import { administratorAccess, policyAt } from "./simulation/policies.js";
import { typicalActions } from "./simulation/typical-actions.js";

const template = synthesize((stack) => void workload(stack));
const boundary = policyAt(template, "aws_iam_policy.baseline_boundary");
const boundaryArn = "arn:aws:iam::444444444444:policy/boundary";
const apply = "arn:aws:iam::444444444444:role/shop-apply";
const admin = "arn:aws:iam::444444444444:role/shop-admin";

// KMS asks the key's own policy first
const keyPolicy = policyAt(
  synthesize((stack) => {
    new KmsKey(stack, "key", { purpose: "state", alias: "shop-state", accountId: "444444444444", region: "eu-west-1" });
  }),
  "aws_kms_key.key",
);

/** What a role that its own policies let do everything may do under the boundary. */
const may = (principal: string, request: Pick<AwsRequest, "action" | "resource" | "context">, within = boundary): Promise<boolean> =>
  isAllowed({
    accountId: "444444444444",
    principal,
    identityPolicies: [administratorAccess],
    boundary: within,
    ...(request.resource.includes(":key/") ? { resourcePolicy: keyPolicy } : {}),
    ...request,
    context: { "aws:PrincipalArn": principal, "aws:RequestedRegion": "eu-west-1", ...request.context },
  });

const asked = Object.entries(typicalActions).flatMap(([module, actions]) =>
  actions.map(([action, resource]) => ({ module, action, resource, accountId: resource.split(":")[4] })),
);

describe("the boundary", () => {
  it.each(asked.filter(({ accountId }) => accountId !== "333333333333"))(
    "lets $module be applied: $action",
    async ({ action, resource }) => {
      expect(await may(apply, { action, resource })).toBe(true);
    },
  );

  it("lets a role come into another account, that trusts it", async () => {
    const trust = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::444444444444:root" }, Action: "sts:AssumeRole" }],
    };
    const zone = { action: "sts:AssumeRole", resource: "arn:aws:iam::333333333333:role/shop-zone-dev-apply", accountId: "333333333333" };
    const identity = { principal: apply, identityPolicies: [administratorAccess], boundary, resourcePolicy: trust };
    expect(await isAllowed({ ...identity, ...zone, context: { "aws:PrincipalArn": apply } })).toBe(true);
  });

  const service = "arn:aws:iam::444444444444:role/shop-dev-web-task";
  const carried = { "iam:PermissionsBoundary": boundaryArn };
  const another = { "iam:PermissionsBoundary": "arn:aws:iam::aws:policy/AdministratorAccess" };
  it.each([
    ["a role with it", "iam:CreateRole", carried, true],
    ["a role without it", "iam:CreateRole", {}, false],
    ["a role with another", "iam:CreateRole", another, false],
    ["a role's policy, where it is carried", "iam:PutRolePolicy", carried, true],
    ["a role's policy, where none is carried", "iam:PutRolePolicy", {}, false],
    [
      "a role's managed policy, where it is carried",
      "iam:AttachRolePolicy",
      { ...carried, "iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess" },
      true,
    ],
    [
      "a role's managed policy, where it is that of CloudShell",
      "iam:AttachRolePolicy",
      { ...carried, "iam:PolicyARN": "arn:aws:iam::aws:policy/AWSCloudShellFullAccess" },
      false,
    ],
    ["another boundary in its place", "iam:PutRolePermissionsBoundary", another, false],
    ["it taken away from a role", "iam:DeleteRolePermissionsBoundary", carried, false],
    ["a role's end", "iam:DeleteRole", {}, true],
    ["a role's trust", "iam:UpdateAssumeRolePolicy", {}, true],
  ] as const)("says of %s, by %s, whether a pipeline may have it", async (_what, action, context, allowed) => {
    expect(await may(apply, { action, resource: service, context })).toBe(allowed);
  });

  it("is carried by whatever an administrator makes, too", async () => {
    expect(await may(admin, { action: "iam:CreateRole", resource: service, context: {} })).toBe(false);
    expect(await may(admin, { action: "iam:CreateRole", resource: service, context: carried })).toBe(true);
  });
});

const state = "arn:aws:s3:::shop-state-444444444444-eu-west-1";
const table = "arn:aws:dynamodb:eu-west-1:444444444444:table/shop-state-locks";
const key = "arn:aws:kms:eu-west-1:444444444444:key/11111111-2222-3333-4444-555555555555";
const stateKey = { "kms:ResourceAliases": ["alias/shop-state-444444444444-eu-west-1"] };

const tampering: readonly (readonly [action: string, resource: string, context?: AwsRequest["context"]])[] = [
  ["iam:CreatePolicyVersion", boundaryArn],
  ["iam:SetDefaultPolicyVersion", boundaryArn],
  ["iam:DeletePolicyVersion", boundaryArn],
  ["iam:DeletePolicy", boundaryArn],
  ["iam:UpdateAssumeRolePolicy", admin],
  ["iam:UpdateAssumeRolePolicy", "arn:aws:iam::444444444444:role/OrganizationAccountAccessRole"],
  ["iam:DeleteRole", apply],
  ["iam:DetachRolePolicy", "arn:aws:iam::444444444444:role/shop-read-only", { "iam:PolicyARN": "arn:aws:iam::aws:policy/ReadOnlyAccess" }],
  ["iam:DeleteOpenIDConnectProvider", "arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com"],
  ["iam:UpdateSAMLProvider", "arn:aws:iam::444444444444:saml-provider/okta"],
  ["iam:CreateAccessKey", "arn:aws:iam::444444444444:user/alice"],
  ["iam:EnableMFADevice", "arn:aws:iam::444444444444:user/alice"],
  ["iam:AddUserToGroup", "arn:aws:iam::444444444444:group/platform"],
  ["iam:PutGroupPolicy", "arn:aws:iam::444444444444:group/platform"],
  ["iam:UpdateAccountPasswordPolicy", "*"],
  ["iam:DeleteAccountAlias", "*"],
  ["cloudtrail:StopLogging", "arn:aws:cloudtrail:eu-west-1:444444444444:trail/shop"],
  ["cloudtrail:DeleteTrail", "arn:aws:cloudtrail:eu-west-1:444444444444:trail/shop"],
  ["cloudtrail:PutEventSelectors", "arn:aws:cloudtrail:eu-west-1:444444444444:trail/shop"],
  ["config:StopConfigurationRecorder", "arn:aws:config:eu-west-1:444444444444:configuration-recorder/default/0123456789abcdef"],
  ["config:DeleteDeliveryChannel", "*"],
  ["guardduty:DeleteDetector", "arn:aws:guardduty:eu-west-1:444444444444:detector/0123456789abcdef"],
  ["guardduty:UpdateDetector", "arn:aws:guardduty:eu-west-1:444444444444:detector/0123456789abcdef"],
  ["securityhub:DisableSecurityHub", "arn:aws:securityhub:eu-west-1:444444444444:hub/default"],
  ["access-analyzer:DeleteAnalyzer", "arn:aws:access-analyzer:eu-west-1:444444444444:analyzer/shop-external-access"],
  ["ec2:DisableEbsEncryptionByDefault", "*"],
  ["ec2:DisableSnapshotBlockPublicAccess", "*"],
  ["ec2:ModifyInstanceMetadataDefaults", "*"],
  ["s3:PutAccountPublicAccessBlock", "*"],
  ["s3:DeleteBucket", state],
  ["s3:PutBucketPolicy", state],
  ["s3:PutBucketVersioning", state],
  ["s3:DeleteObjectVersion", `${state}/dev-network.tfstate`],
  ["s3:PutBucketPolicy", "arn:aws:s3:::shop-archive-444444444444"],
  ["s3:DeleteObjectVersion", "arn:aws:s3:::shop-trails-444444444444/AWSLogs/444444444444/CloudTrail/1.json.gz"],
  ["kms:ScheduleKeyDeletion", key, { "kms:ResourceAliases": ["alias/shop-archive"] }],
  ["dynamodb:DeleteTable", table],
  ["kms:ScheduleKeyDeletion", key, stateKey],
  ["kms:PutKeyPolicy", key, stateKey],
  ["kms:DisableKeyRotation", key, stateKey],
];

const guarded = tampering.map(([action, resource, context = {}]) => ({ action, resource, context }));

describe("what the boundary guards", () => {
  it.each(guarded)("is not touched by a pipeline: $action of $resource", async ({ action, resource, context }) => {
    expect(await may(apply, { action, resource, context })).toBe(false);
  });

  it.each(guarded)("is changed by an administrator: $action of $resource", async ({ action, resource, context }) => {
    expect(await may(admin, { action, resource, context })).toBe(true);
  });

  it.each([
    ["account:CloseAccount", "*"],
    ["organizations:LeaveOrganization", "*"],
  ])("is nobody's: %s", async (action, resource) => {
    expect(await may(admin, { action, resource })).toBe(false);
  });
});

describe("a boundary that names regions", () => {
  const within = policyAt(
    synthesize((stack) => void pipelines(stack)),
    "aws_iam_policy.baseline_boundary",
  );
  it.each([
    ["eu-west-1", true],
    ["eu-central-1", true],
    ["us-east-1", true],
    ["ap-southeast-2", false],
  ])("says what may be done in %s: %s", async (region, allowed) => {
    const resource = `arn:aws:ec2:${region}:444444444444:vpc/vpc-0123456789abcdef0`;
    expect(await may(apply, { action: "ec2:CreateVpc", resource, context: { "aws:RequestedRegion": region } }, within)).toBe(allowed);
  });
});

describe("a boundary's length", () => {
  const place = {
    name: "a-rather-long-name",
    accountId: "444444444444",
    accountKind: "workload",
    securityAccountId: "222222222222",
  } as const;
  const guardians = (count: number) =>
    Array.from({ length: count }, (_, index) => `arn:aws:iam::444444444444:role/${"guardian".repeat(8)}${index}`);
  const build = (count: number) =>
    synthesize((stack) => {
      const boundary = { policyName: "a-rather-long/path/to/the-boundary", guardians: guardians(count) };
      const allowedRegions = ["eu-central-1", "eu-north-1", "eu-south-1", "ap-northeast-1"];
      new AccountBaseline(stack, "baseline", {
        ...place,
        region: "ap-southeast-1",
        identity: { boundary: { ...boundary, allowedRegions } },
      });
    });

  it("has room for two guardians and five regions under long names", () => {
    const policy = String(build(2).resource("aws_iam_policy", "baseline_boundary")["policy"]);
    expect(policy.length).toBeLessThanOrEqual(6144);
  });

  it("is told where IAM would not take it", () => {
    expect(() => build(9)).toThrow(
      /baseline: the boundary has \d+ characters, and IAM takes 6144; give fewer or shorter "identity\.boundary\.guardians"/,
    );
  });
});
