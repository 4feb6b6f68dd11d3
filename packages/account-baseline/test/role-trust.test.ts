import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { everything } from "../examples/everything.js";
import { pipelines } from "../examples/pipelines.js";
import { security } from "../examples/security.js";
import { alice, callers, mfa, named, people, roles } from "./simulation/callers.js";
import { isAllowed } from "./simulation/evaluate.js";
import { policyAt } from "./simulation/policies.js";

const workloadTemplate = synthesize((stack) => void pipelines(stack));
const securityTemplate = synthesize((stack) => void security(stack));
const strictTemplate = synthesize((stack) => void everything(stack));

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

describe("a role of the security account itself", () => {
  // GitHub's workflows have no provider there
  const own = callers.filter(({ request }) => request.action === undefined);
  it.each(own.flatMap((caller) => people.map((role) => ({ ...caller, role, letIn: caller.into.includes(role) }))))(
    "is as closed: $who asks for $role",
    async ({ role, request, letIn }) => {
      const trust = policyAt(securityTemplate, `aws_iam_role.baseline_${role.replace("-", "_")}`, "assume_role_policy");
      const resource = `arn:aws:iam::222222222222:role/shop-${role}`;
      const asked = { action: "sts:AssumeRole", ...request, resource, accountId: "222222222222", resourcePolicy: trust };
      expect(await isAllowed(asked)).toBe(letIn);
    },
  );
});

describe("a second factor's age, where it is given", () => {
  const trust = policyAt(strictTemplate, "aws_iam_role.baseline_admin", "assume_role_policy");
  it.each([
    ["899", true],
    ["900", false],
  ])("lets in up to it: %s seconds of 15 minutes, %s", async (age, letIn) => {
    const context = { ...named, ...mfa, "aws:MultiFactorAuthAge": age, "sts:SourceIdentity": "alice" };
    const resource = "arn:aws:iam::222222222222:role/shop-admin";
    const asked = { ...alice, context, action: "sts:AssumeRole", resource, accountId: "222222222222", resourcePolicy: trust };
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
