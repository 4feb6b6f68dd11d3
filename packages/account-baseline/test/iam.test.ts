import { synthesize } from "@groundplan/testing";
import { describe, expect, it } from "vitest";
import { examples } from "./examples.js";

describe.each(Object.entries(examples))("the policies of the example %s", (name, example) => {
  const template = synthesize((stack) => void example(stack));
  const statements = template.iamStatements();
  const allowing = statements.filter(({ statement }) => statement.Effect === "Allow");
  // a boundary grants nothing
  const granting = allowing.filter(({ address }) => address !== "aws_iam_policy.baseline_boundary");

  it("say what they said at this version", async () => {
    await expect(`${JSON.stringify(statements, null, 2)}\n`).toMatchFileSnapshot(`golden/iam-${name}.json`);
  });

  it("name every action that they grant", () => {
    expect(granting.flatMap(({ statement }) => statement.Action ?? []).filter((action) => action.includes("*"))).toEqual([]);
    expect(granting.filter(({ statement }) => "NotAction" in statement)).toEqual([]);
  });

  it("grant on every resource only what AWS holds to none", () => {
    // in a key's policy, it is the key itself
    const others = granting.filter(({ address }) => !address.startsWith("aws_kms_key."));
    const unbound = others.filter(({ statement }) => [statement.Resource ?? []].flat().includes("*"));
    const actions = unbound.flatMap(({ statement }) => statement.Action ?? []);
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
    const ofTheAccount = ["iam:GetAccountPasswordPolicy", "iam:GetAccountSummary", "iam:ListVirtualMFADevices"];
    expect(actions.filter((action) => !ofTheAccount.includes(action))).toEqual([]);
  });

  it("are of roles and users that carry the boundary", () => {
    const bearers = [...Object.values(template.resources("aws_iam_role")), ...Object.values(template.resources("aws_iam_user"))];
    for (const { permissions_boundary } of bearers) expect(permissions_boundary).toBe("${aws_iam_policy.baseline_boundary.arn}");
  });

  it("leave users nothing of their own", () => {
    const types = ["aws_iam_user_policy", "aws_iam_user_policy_attachment", "aws_iam_access_key", "aws_iam_user_login_profile"];
    expect(types.flatMap((type) => Object.keys(template.resources(type)))).toEqual([]);
  });
});
