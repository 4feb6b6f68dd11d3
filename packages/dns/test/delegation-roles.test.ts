import { zoneRoleArns } from "@groundplan/core";
import { synthesize } from "@groundplan/testing";
import { expect, it } from "vitest";
import { rootZone } from "../examples/root-zone.js";
import { DelegationRoles } from "../src/index.js";

it("the roles' statements are those that were reviewed", async () => {
  const statements = synthesize(rootZone).iamStatements();
  await expect(`${JSON.stringify(statements, undefined, 2)}\n`).toMatchFileSnapshot("golden/iam.json");
});

it("a role has the name by which other accounts compute it", () => {
  const template = synthesize(rootZone);
  const { plan, apply } = zoneRoleArns({ project: "shop", environment: "dev", accountId: "333333333333" });
  expect(plan).toContain(`:role/${template.resource("aws_iam_role", "delegation_dev_plan")["name"]}`);
  expect(apply).toContain(`:role/${template.resource("aws_iam_role", "delegation_dev_apply")["name"]}`);
});

it("each environment's role writes its own name's NS record and no other, and the planning role writes nothing", () => {
  const writing = synthesize(rootZone)
    .iamStatements()
    .filter(({ statement: { Action } }) => [Action].flat().includes("route53:ChangeResourceRecordSets"));
  expect(writing.map(({ address }) => address)).toEqual([
    "aws_iam_role_policy.delegation_dev_apply",
    "aws_iam_role_policy.delegation_prod_apply",
  ]);
  const names = writing.map(
    ({ statement }) => statement.Condition?.["ForAllValues:StringEquals"]?.["route53:ChangeResourceRecordSetsNormalizedRecordNames"],
  );
  expect(names).toEqual([["dev.shop.example.com"], ["prod.shop.example.com"]]);
});

it("people's roles are trusted beside the pipelines', to write those alone that may", () => {
  const person = "arn:aws:iam::444444444444:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_admin_*";
  const reader = "arn:aws:iam::444444444444:role/reader";
  const template = synthesize((stack) => {
    const zone = { zoneId: "Z1", zoneName: "shop.example.com" };
    const dev = { zoneName: "dev.shop.example.com", accountId: "444444444444", planners: [reader], appliers: [person] };
    new DelegationRoles(stack, "delegation", { zone, project: "shop", children: { dev } });
  });
  const trusted = (role: string) => {
    const { Statement } = JSON.parse(String(template.resource("aws_iam_role", role)["assume_role_policy"])) as {
      Statement: { Principal: unknown; Condition: { ArnLike: Record<string, string[]> } }[];
    };
    expect(Statement.map(({ Principal }) => Principal)).toEqual([{ AWS: "arn:aws:iam::444444444444:root" }]);
    return Statement[0]?.Condition.ArnLike["aws:PrincipalArn"];
  };
  const [plan, apply] = ["arn:aws:iam::444444444444:role/shop-plan", "arn:aws:iam::444444444444:role/shop-apply"];
  expect(trusted("delegation_dev_apply")).toEqual([apply, person]);
  expect(trusted("delegation_dev_plan")).toEqual([plan, reader, apply, person]);
});

it("a child may lead its own names of the zone to distributions and prove them, and write no other record", () => {
  const template = synthesize((stack) => {
    const zone = { zoneId: "Z1", zoneName: "shop.example.com" };
    const prod = { zoneName: "prod.shop.example.com", accountId: "444444444444", aliasNames: ["shop.example.com", "www.shop.example.com"] };
    new DelegationRoles(stack, "delegation", { zone, project: "shop", children: { prod } });
  });
  const written = template
    .iamStatements()
    .filter(({ statement }) => [statement.Action].flat().includes("route53:ChangeResourceRecordSets"))
    .map(({ address, statement: { Sid, Condition = {} } }) => {
      const { "ForAllValues:StringEquals": equals = {}, "ForAllValues:StringLike": like = {} } = Condition;
      const names = { ...equals, ...like }["route53:ChangeResourceRecordSetsNormalizedRecordNames"];
      return { address, Sid, names, types: equals["route53:ChangeResourceRecordSetsRecordTypes"] };
    });
  const address = "aws_iam_role_policy.delegation_prod_apply";
  expect(written).toEqual([
    { address, Sid: "WritesTheRecord", names: ["prod.shop.example.com"], types: ["NS"] },
    { address, Sid: "LeadsNamesToDistributions", names: ["shop.example.com", "www.shop.example.com"], types: ["A", "AAAA"] },
    { address, Sid: "ProvesNamesToCertificates", names: ["_*.shop.example.com", "_*.www.shop.example.com"], types: ["CNAME"] },
  ]);
});

it("names of another zone are no child's", () => {
  const zone = { zoneId: "Z1", zoneName: "shop.example.com" };
  const prod = { zoneName: "prod.shop.example.com", accountId: "444444444444", aliasNames: ["shop.example.org"] };
  expect(() => synthesize((stack) => new DelegationRoles(stack, "delegation", { zone, project: "shop", children: { prod } }))).toThrow(
    '"children.prod.aliasNames.0" "shop.example.org" is not',
  );
});
