import { KmsKey } from "@groundplan/kms-key";
import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { pipelines } from "../examples/pipelines.js";
import { workload } from "../examples/workload.js";
import { AccountBaseline } from "../src/index.js";
import { securityAccount } from "./accounts.js";
import { type AwsRequest, isAllowed } from "./simulation/evaluate.js";
import { administratorAccess, policyAt } from "./simulation/policies.js";
import { key, tampering } from "./simulation/tampering.js";
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

const nobodys: readonly (readonly [action: string, resource: string, context: NonNullable<AwsRequest["context"]>])[] = [
  ["account:CloseAccount", "*", {}],
  ["organizations:LeaveOrganization", "*", {}],
  [
    "iam:AttachGroupPolicy",
    "arn:aws:iam::444444444444:group/platform",
    { "iam:PolicyARN": "arn:aws:iam::aws:policy/AWSCloudShellFullAccess" },
  ],
  ["elasticfilesystem:CreateFileSystem", "*", { "elasticfilesystem:Encrypted": "false" }],
];

const guarded = tampering.map(([action, resource, context = {}]) => ({ action, resource, context }));

describe("what the boundary guards", () => {
  it.each(guarded)("is not touched by a pipeline: $action of $resource", async ({ action, resource, context }) => {
    expect(await may(apply, { action, resource, context })).toBe(false);
  });

  it.each(guarded)("is changed by an administrator: $action of $resource", async ({ action, resource, context }) => {
    expect(await may(admin, { action, resource, context })).toBe(true);
  });

  it("takes nothing from the trail's own role, which carries it", async () => {
    const events = "arn:aws:logs:eu-west-1:444444444444:log-group:/aws/cloudtrail/shop-trail:log-stream:444444444444_CloudTrail_eu-west-1";
    const trail = "arn:aws:iam::444444444444:role/shop-trail";
    for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
      expect(await may(trail, { action, resource: events, context: {} }), action).toBe(true);
    }
  });

  it("leaves a person's own second factor to the person", async () => {
    const alice = "arn:aws:iam::444444444444:user/alice";
    expect(await may(alice, { action: "iam:EnableMFADevice", resource: alice, context: {} })).toBe(true);
  });

  it.each(nobodys)("is nobody's: %s", async (action, resource, context) => {
    expect(await may(admin, { action, resource, context })).toBe(false);
    expect(await may(apply, { action, resource, context })).toBe(false);
  });

  it("is what the security account has besides: its central keys, and what asks its users for a second factor", async () => {
    const within = policyAt(
      securityAccount({ accountId: "444444444444", securityAccountId: "444444444444", keys: "central" }),
      "aws_iam_policy.baseline_boundary",
    );
    const guarded = [
      ["iam:CreatePolicyVersion", "arn:aws:iam::444444444444:policy/shop-second-factor", {}],
      ["kms:ScheduleKeyDeletion", key, { "kms:ResourceAliases": ["alias/shop-central-data"] }],
    ] as const;
    for (const [action, resource, context] of guarded) {
      expect(await may(apply, { action, resource, context }, within), action).toBe(false);
      expect(await may(admin, { action, resource, context }, within), action).toBe(true);
    }
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
  // of all accounts the one that has most to guard
  const place = {
    name: "a-rather-long-name",
    accountId: "222222222222",
    accountKind: "security",
    securityAccountId: "222222222222",
    keys: "central",
  } as const;
  const guardians = (count: number) =>
    Array.from({ length: count }, (_, index) => `arn:aws:iam::222222222222:role/${"guardian".repeat(8)}${index}`);
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
