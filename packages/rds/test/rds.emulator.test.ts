import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Database, type DatabaseProps } from "../src/index.js";
import { finalSnapshots } from "./final-snapshots.js";
import { ground, place } from "./ground.js";

const database =
  (changes: Partial<DatabaseProps> = {}) =>
  (stack: TerraformStack): void => {
    new Database(stack, "main", {
      ...place,
      name: "shop-main",
      engine: "postgres",
      version: "16",
      size: "db.t4g.medium",
      protect: false,
      upgrades: { applyImmediately: true },
      backupPlan: {},
      schedule: { stop: "cron(0 20 ? * MON-FRI *)", start: "cron(0 7 ? * MON-FRI *)" },
      ...ground(stack),
      ...changes,
    });
  };

describe("a PostgreSQL with a standby", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "rds" });
    deployment = await world.deployment("database", database());
  });
  afterAll(() => world.stop());

  it("is applied, and settles", async () => {
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("takes another class, storage, parameters, days of backups and major version, and is not replaced", async () => {
    const change = await deployment.change(
      database({
        version: "17",
        size: "db.m7g.large",
        storage: { type: "gp3", gib: 50, maxGib: 200 },
        parameters: { log_min_duration_statement: "500", shared_preload_libraries: "pg_stat_statements" },
        backups: { retentionDays: 14 },
        upgrades: { applyImmediately: true, allowMajor: true },
      }),
    );
    expect(change.replace).toEqual(["aws_db_parameter_group.main"]);
    expect(change.destroy).toEqual([]);
    expect(change.update).toContain("aws_db_instance.main");
    await deployment.expectEmptyPlan();
  });

  it("is destroyed, and leaves its final snapshot alone", async () => {
    await deployment.destroy();
    expect(await finalSnapshots(world)).toEqual({ "shop-main": [expect.stringMatching(/^shop-main-final-/)] });
  });
});
