import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { everything } from "../examples/everything.js";
import { pipelines } from "../examples/pipelines.js";
import { security } from "../examples/security.js";
import { type AwsRequest, isAllowed } from "./simulation/evaluate.js";
import { administratorAccess, policyAt } from "./simulation/policies.js";

const workloadTemplate = synthesize((stack) => void pipelines(stack));
const securityTemplate = synthesize((stack) => void security(stack));
const strictTemplate = synthesize((stack) => void everything(stack));

const people = ["admin", "power", "read-only", "billing", "support"] as const;
const workflows = ["plan", "apply"] as const;
const roles = [...people, ...workflows];

/** What a caller is, and which of the account's roles it comes into. */
interface Caller {
  readonly who: string;
  readonly request: Pick<AwsRequest, "principal" | "context" | "identityPolicies"> & { readonly action?: string };
  readonly into: readonly string[];
}

const mfa = { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "60" };
const alice = { principal: "arn:aws:iam::222222222222:user/alice", identityPolicies: [administratorAccess] };
const named = { "aws:username": "alice" };
const github = {
  principal: "arn:aws:iam::444444444444:oidc-provider/token.actions.githubusercontent.com",
  action: "sts:AssumeRoleWithWebIdentity",
};
const token = (sub: string, aud = "sts.amazonaws.com") => ({
  "token.actions.githubusercontent.com:sub": sub,
  "token.actions.githubusercontent.com:aud": aud,
});

const callers: readonly Caller[] = [
  { who: "a user of the security account with a second factor", request: { ...alice, context: { ...named, ...mfa } }, into: people },
  {
    who: "the same under its own name",
    request: { ...alice, context: { ...named, ...mfa, "sts:SourceIdentity": "alice" } },
    into: people,
  },
  { who: "the same under another's name", request: { ...alice, context: { ...named, ...mfa, "sts:SourceIdentity": "bob" } }, into: [] },
  { who: "the same without a policy that lets it", request: { ...alice, identityPolicies: [], context: { ...named, ...mfa } }, into: [] },
  { who: "the same without a second factor", request: { ...alice, context: named }, into: [] },
  {
    who: "the same with keys alone, which say so",
    request: { ...alice, context: { ...named, "aws:MultiFactorAuthPresent": "false" } },
    into: [],
  },
  {
    who: "the same with a second factor of two hours ago",
    request: { ...alice, context: { ...named, ...mfa, "aws:MultiFactorAuthAge": "7200" } },
    into: [],
  },
  {
    who: "a role of the security account",
    request: { principal: "arn:aws:iam::222222222222:role/deployer", identityPolicies: [administratorAccess], context: {} },
    into: [],
  },
  {
    who: "a user of another account with a second factor",
    request: { ...alice, principal: "arn:aws:iam::999999999999:user/alice", context: { ...named, ...mfa } },
    into: [],
  },
  {
    who: "a user of the management account with a second factor",
    request: { ...alice, principal: "arn:aws:iam::111111111111:user/alice", context: { ...named, ...mfa } },
    into: [],
  },
  {
    who: "a role of the same account that may do everything",
    request: { principal: "arn:aws:iam::444444444444:role/app", identityPolicies: [administratorAccess], context: {} },
    into: [],
  },
  {
    who: "the pipeline that applies",
    request: { principal: "arn:aws:iam::444444444444:role/shop-apply", identityPolicies: [administratorAccess], context: {} },
    into: [],
  },
  ...["ec2.amazonaws.com", "lambda.amazonaws.com", "ecs-tasks.amazonaws.com"].map((principal) => ({
    who: principal,
    request: { principal, context: {} },
    into: [],
  })),
  { who: "a workflow that plans dev", request: { ...github, context: token("repo:example/shop:environment:plan-dev") }, into: ["plan"] },
  {
    who: "a workflow that applies stage",
    request: { ...github, context: token("repo:example/shop:environment:apply-stage") },
    into: ["apply"],
  },
  { who: "a workflow that applies prod", request: { ...github, context: token("repo:example/shop:environment:apply-prod") }, into: [] },
  { who: "a workflow of a fork", request: { ...github, context: token("repo:mallory/shop:environment:apply-dev") }, into: [] },
  {
    who: "a workflow of a repository of like name",
    request: { ...github, context: token("repo:example/shop2:environment:apply-dev") },
    into: [],
  },
  { who: "a workflow of a branch", request: { ...github, context: token("repo:example/shop:ref:refs/heads/main") }, into: [] },
  { who: "a workflow of a pull request", request: { ...github, context: token("repo:example/shop:pull_request") }, into: [] },
  {
    who: "a workflow's token for somebody else",
    request: { ...github, context: token("repo:example/shop:environment:apply-dev", "https://github.com/example") },
    into: [],
  },
  {
    who: "another provider's token of the same words",
    request: {
      ...github,
      principal: "arn:aws:iam::444444444444:oidc-provider/gitlab.example.com",
      context: token("repo:example/shop:environment:apply-dev"),
    },
    into: [],
  },
];

const table = callers.flatMap((caller) =>
  roles.map((role) => ({ ...caller, role, is: caller.into.includes(role) ? "let in" : "not let in", letIn: caller.into.includes(role) })),
);

describe("a role of a workload account", () => {
  it.each(table)("$who is $is as $role", async ({ role, request, letIn }) => {
    const trust = policyAt(workloadTemplate, `aws_iam_role.baseline_${role.replace("-", "_")}`, "assume_role_policy");
    const resource = `arn:aws:iam::444444444444:role/shop-${role}`;
    const asked = { action: "sts:AssumeRole", ...request, resource, accountId: "444444444444", resourcePolicy: trust };
    expect(await isAllowed(asked)).toBe(letIn);
  });
});

describe("a session's source identity, where it is asked for", () => {
  const trust = policyAt(strictTemplate, "aws_iam_role.baseline_admin", "assume_role_policy");
  it.each([
    ["the user's own name", { "sts:SourceIdentity": "alice" }, true],
    ["another's name", { "sts:SourceIdentity": "bob" }, false],
    ["no name", {}, false],
  ] as const)("lets in with %s: %o", async (_what, identity, letIn) => {
    const resource = "arn:aws:iam::222222222222:role/shop-admin";
    const context = { ...named, ...mfa, ...identity };
    const asked = { ...alice, context, action: "sts:AssumeRole", resource, accountId: "222222222222", resourcePolicy: trust };
    expect(await isAllowed(asked)).toBe(letIn);
  });
});

describe("a user's groups", () => {
  const policies = [
    "aws_iam_group_policy.baseline_developers",
    "aws_iam_group_policy.baseline_finance",
    "aws_iam_policy.baseline_second_factor",
  ];
  const bob = {
    principal: "arn:aws:iam::222222222222:user/bob",
    identityPolicies: policies.map((address) => policyAt(securityTemplate, address)),
    boundary: policyAt(securityTemplate, "aws_iam_policy.baseline_boundary"),
  };
  const trust = policyAt(workloadTemplate, "aws_iam_role.baseline_read_only", "assume_role_policy");
  it.each([
    ["444444444444", "read-only", true],
    ["444444444444", "admin", false],
    ["333333333333", "read-only", false],
    ["111111111111", "billing", true],
  ] as const)("say whether it may come into %s as %s: %s", async (accountId, role, letIn) => {
    const resource = `arn:aws:iam::${accountId}:role/shop-${role}`;
    const context = { "aws:username": "bob", ...mfa };
    expect(await isAllowed({ ...bob, context, action: "sts:AssumeRole", resource, accountId, resourcePolicy: trust })).toBe(letIn);
  });

  const own = "arn:aws:iam::222222222222:user/bob";
  const others = "arn:aws:iam::222222222222:user/alice";
  const device = "arn:aws:iam::222222222222:mfa/phone";
  it.each([
    ["a device of one's own, before there is one", "iam:CreateVirtualMFADevice", device, {}, true],
    ["one's own device, switched on", "iam:EnableMFADevice", own, {}, true],
    ["another's device, switched on", "iam:EnableMFADevice", others, mfa, false],
    ["one's own key, before a second factor is shown", "iam:CreateAccessKey", own, {}, false],
    [
      "one's own key, from the console without a second factor",
      "iam:CreateAccessKey",
      own,
      { "aws:MultiFactorAuthPresent": "false" },
      false,
    ],
    ["one's own key", "iam:CreateAccessKey", own, mfa, true],
    ["another's key", "iam:CreateAccessKey", others, mfa, false],
    ["a policy of one's own", "iam:PutUserPolicy", own, mfa, false],
    ["another group", "iam:AddUserToGroup", "arn:aws:iam::222222222222:group/platform", mfa, false],
    [
      "one's own device, taken away without a second factor",
      "iam:DeactivateMFADevice",
      own,
      { "aws:MultiFactorAuthPresent": "false" },
      false,
    ],
  ] as const)("say who may have %s", async (_what, action, resource, factor, may) => {
    const context = { "aws:username": "bob", "aws:PrincipalArn": bob.principal, ...factor };
    expect(await isAllowed({ ...bob, context, action, resource, accountId: "222222222222" })).toBe(may);
  });
});
