import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { zoneRoleArns } from "@groundplan/core";
import { onEmulator, type World } from "@groundplan/testing";
import { TerraformOutput, type TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Certificate, Delegation, DelegationRoles, Zone } from "../src/index.js";
import { edgeProvider } from "./zone-provider.js";

const root = "shop.example.com";
const name = `dev.${root}`;
const parentAccount = "333333333333";
const childAccount = "111111111111";

function rootZone(stack: TerraformStack): void {
  // the account's own pipeline, whatever it is called
  const assumeRole = [{ roleArn: `arn:aws:iam::${parentAccount}:role/groundplan` }];
  new AwsProvider(stack, "aws", { region: "eu-west-1", assumeRole, allowedAccountIds: [parentAccount] });
  const zone = new Zone(stack, "zone", { name: root, protect: false });
  new DelegationRoles(stack, "delegation", { zone, project: "shop", children: { dev: { zoneName: name, accountId: childAccount } } });
}

/** An environment's zone, delegated by the role that the parent's account has for it, and a certificate in two regions. */
const child = (alternativeNames: readonly string[]) => {
  return (stack: TerraformStack): void => {
    const { apply: roleArn } = zoneRoleArns({ project: "shop", environment: "dev", accountId: parentAccount });
    const zoneProvider = new AwsProvider(stack, "zone-provider", {
      alias: "zone",
      region: "eu-west-1",
      assumeRole: [{ roleArn }],
      allowedAccountIds: [parentAccount],
    });
    const zone = new Zone(stack, "zone", { name, protect: false });
    new Delegation(stack, "delegation", { zone, parentZoneName: root, zoneProvider });
    const certificate = new Certificate(stack, "certificate", { zone, domainName: name, alternativeNames });
    const edge = new Certificate(stack, "edge", {
      zone,
      domainName: `*.${name}`,
      edgeProvider: edgeProvider(stack),
      provenBy: certificate,
    });
    const { certificateArn } = certificate;
    new TerraformOutput(stack, "contract", { value: { certificateArn, edgeArn: edge.certificateArn }, staticId: true });
  };
};

describe("a zone in one account, delegated from another", () => {
  let world: World;
  beforeAll(async () => {
    world = await onEmulator({ name: "dns", accountId: childAccount });
  });
  afterAll(() => world.stop());

  it("is delegated, has certificates in two regions that take other names in their turn, and leaves no delegation behind", async () => {
    const parent = await world.deployment("root", rootZone);
    await parent.apply();
    await parent.expectEmptyPlan();

    const zone = await world.deployment("child", child([`*.${name}`]));
    await zone.apply();
    await zone.expectEmptyPlan();
    const before = await zone.outputs();
    expect(before["contract"]).toEqual({
      certificateArn: expect.stringMatching(/^arn:aws:acm:eu-west-1:111111111111:certificate\//),
      edgeArn: expect.stringMatching(/^arn:aws:acm:us-east-1:111111111111:certificate\//),
    });

    const changed = await zone.change(child([`*.${name}`, `*.preview.${name}`]));
    expect(changed).toMatchObject({
      create: ["aws_route53_record.certificate_proof_preview_dev_shop_example_com"],
      replace: ["aws_acm_certificate.certificate", "aws_acm_certificate_validation.certificate"],
      destroy: [],
    });
    await zone.expectEmptyPlan();
    const after = await zone.outputs();
    expect(after["contract"]).not.toMatchObject({ certificateArn: (before["contract"] as { certificateArn: string }).certificateArn });

    await zone.destroy();
    // AWS deletes no zone with a record that is not its own: what was left of the delegation would show here
    await parent.destroy();
  });
});
