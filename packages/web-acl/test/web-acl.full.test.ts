import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebAcl, type WebAclProps } from "../src/index.js";

/** Before a load balancer it is applied with that one; here it stands at the edge, in a stack of another region. */
const edge = (props: Partial<WebAclProps>) => {
  return (stack: TerraformStack): void => {
    const edgeProvider = new AwsProvider(stack, "edge", { alias: "edge", region: "us-east-1" });
    const given = { name: "shop", accountId: "111111111111", region: "us-east-1", scope: "cloudfront" } as const;
    new WebAcl(stack, "web-acl", { ...given, edgeProvider, ...props });
  };
};

describe("a web ACL for CloudFront", () => {
  let world: World;
  beforeAll(async () => {
    world = await onEmulator({ name: "web-acl" });
  });
  afterAll(() => world.stop());

  it("is applied, settles, goes from a trial to blocking in place, and is destroyed", async () => {
    const lists = { allow: ["198.51.100.0/24"], deny: ["203.0.113.0/24", "2001:db8::/32"] };
    const deployment = await world.deployment("web-acl", edge({ ...lists, mode: "count" }));
    await deployment.apply();
    await deployment.expectEmptyPlan();
    const changed = await deployment.change(edge({ deny: lists.deny, alarms: { blockedRequests: 1000 }, rateLimit: "off" }));
    expect(changed).toMatchObject({
      create: ["aws_cloudwatch_metric_alarm.web_acl_blocked_requests"],
      update: ["aws_wafv2_web_acl.web_acl"],
      replace: [],
      destroy: ["aws_wafv2_ip_set.web_acl_allow_ipv4"],
    });
    await deployment.expectEmptyPlan();
    await deployment.destroy();
    expect(await deployment.addresses()).toEqual([]);
  });
});
