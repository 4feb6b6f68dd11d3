import { DescribeDBInstancesCommand, RDSClient } from "@aws-sdk/client-rds";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Database, type DatabaseProps } from "../src/index.js";
import { clientOf } from "./clients.js";
import { ground, place } from "./ground.js";

const database =
  (changes: Partial<DatabaseProps> = {}) =>
  (stack: TerraformStack): void => {
    new Database(stack, "main", {
      ...place,
      name: "shop-main",
      engine: "postgres",
      version: "16",
      master: { secret: "writeOnly" },
      parameters: { "rds.logical_replication": "1" },
      protect: false,
      upgrades: { how: "blueGreen" },
      ...ground(stack),
      ...changes,
    });
  };

/** All instances that stand. */
async function instances(world: World) {
  const { DBInstances = [] } = await new RDSClient(clientOf(world)).send(new DescribeDBInstancesCommand({}));
  return DBInstances.map(({ DBInstanceIdentifier, Endpoint, DbiResourceId, EngineVersion = "" }) => ({
    name: DBInstanceIdentifier,
    address: Endpoint?.Address,
    resourceId: DbiResourceId,
    major: EngineVersion.split(".")[0],
  }));
}

describe("a PostgreSQL that is upgraded by a copy that takes its place", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "rds-blue-green" });
    deployment = await world.deployment("database", database());
  });
  afterAll(() => world.stop());

  it("is replaced by nothing in Terraform's eyes, has the same endpoint, and settles", async () => {
    await deployment.apply();
    const [before, ...none] = await instances(world);
    expect([before?.name, before?.major, none]).toEqual(["shop-main", "16", []]);

    const change = await deployment.change(database({ version: "17", upgrades: { how: "blueGreen", allowMajor: true } }));
    expect(change.replace).toEqual(["aws_db_parameter_group.main"]);
    expect(change.destroy).toEqual([]);
    expect(change.update).toContain("aws_db_instance.main");
    await deployment.expectEmptyPlan();

    // another machine behind the old address, and the old one gone
    const after = await instances(world);
    expect(after).toEqual([{ name: "shop-main", address: before?.address, resourceId: expect.stringMatching(/^db-/), major: "17" }]);
    expect(after[0]?.resourceId).not.toBe(before?.resourceId);
  });

  it("is destroyed", async () => {
    await deployment.destroy();
  });
});
