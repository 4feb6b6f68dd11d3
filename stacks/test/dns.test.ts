import { expect, test } from "vitest";
import { synthesizedAlone } from "./synthesized.js";

test("people's roles of an environment's account may write its record by hand, beside the account's pipelines", () => {
  const stacks = synthesizedAlone("dev", ({ dns, ...dev }) => {
    if (dns === undefined) throw new Error('the estate has no "dev" with a zone');
    return { ...dev, dns: { ...dns, appliers: ["aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_admin_*"], planners: ["reader"] } };
  });
  const root = stacks.find(({ facts }) => facts.stack === "shared-dns");
  const trusted = (access: string): string[] => {
    const policy = JSON.parse(String(root?.template.resource("aws_iam_role", `delegation_dev_${access}`)["assume_role_policy"]));
    return policy.Statement[0].Condition.ArnLike["aws:PrincipalArn"];
  };
  const role = (name: string): string => `arn:aws:iam::444444444444:role/${name}`;
  const person = role("aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_admin_*");
  expect(trusted("apply")).toEqual([role("shop-apply"), person]);
  expect(trusted("plan")).toEqual([role("shop-plan"), role("reader"), role("shop-apply"), person]);
});
