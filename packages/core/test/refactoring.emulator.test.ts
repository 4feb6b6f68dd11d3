import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group/index.js";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import { Construct } from "constructs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { address, Import, Moved, movedFrom, Removed } from "../src/index.js";

/** Log groups of fixed names, at addresses that depend on the instance's id. */
class Groups extends Construct {
  readonly addresses: readonly string[];

  constructor(scope: Construct, id: string, names: readonly string[]) {
    super(scope, id);
    this.addresses = names.map((name) => {
      const group = address(new CloudwatchLogGroup(this, name, { name: `/shop/${name}` }), this, name);
      return `aws_cloudwatch_log_group.${group.friendlyUniqueId}`;
    });
  }
}

const nothing = { create: [], update: [], replace: [], destroy: [], move: [], import: [], forget: [] };

describe("what was refactored, in Terraform's own hands", () => {
  let world: World;
  let groups: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "core" });
    groups = await world.deployment("groups", (stack) => void new Groups(stack, "first", ["api", "web"]));
    await groups.apply();
  });
  afterAll(() => world.stop());

  it("is moved with a renamed instance, and nothing else happens", async () => {
    const planned = await groups.change((stack) => {
      const renamed = new Groups(stack, "second", ["api", "web"]);
      movedFrom(renamed, "first", renamed.addresses);
    });
    expect(planned).toMatchObject({ ...nothing, move: ["aws_cloudwatch_log_group.second_api", "aws_cloudwatch_log_group.second_web"] });
    await groups.expectEmptyPlan();
  });

  it("is moved through a chain, from wherever a user's state stands", async () => {
    const planned = await groups.change((stack) => {
      const renamed = new Groups(new Construct(stack, "platform"), "third", ["api", "web"]);
      movedFrom(renamed, "second", renamed.addresses);
      for (const name of ["api", "web"]) {
        const [from, to] = [`aws_cloudwatch_log_group.first_${name}`, `aws_cloudwatch_log_group.second_${name}`];
        new Moved(stack, `first-${name}`, { from, to });
      }
    });
    expect(planned).toMatchObject({
      ...nothing,
      move: ["aws_cloudwatch_log_group.platform_third_api", "aws_cloudwatch_log_group.platform_third_web"],
    });
    await groups.expectEmptyPlan();
  });

  it("is left standing when it is removed, and taken in again by its id", async () => {
    const forgotten = await groups.change((stack) => {
      new Groups(new Construct(stack, "platform"), "third", ["api"]);
      new Removed(stack, "web", { from: "aws_cloudwatch_log_group.platform_third_web" });
    });
    expect(forgotten).toMatchObject({ ...nothing, forget: ["aws_cloudwatch_log_group.platform_third_web"] });
    const imported = await groups.change((stack) => {
      new Groups(new Construct(stack, "platform"), "third", ["api", "web"]);
      new Import(stack, "web", { to: "aws_cloudwatch_log_group.platform_third_web", id: "/shop/web" });
    });
    expect(imported).toMatchObject({ ...nothing, import: ["aws_cloudwatch_log_group.platform_third_web"] });
    await groups.expectEmptyPlan();
    await groups.destroy();
  });
});
