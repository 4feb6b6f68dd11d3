import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Database, type DatabaseProps } from "../src/index.js";
import { finalSnapshots } from "./final-snapshots.js";
import { ground, place } from "./ground.js";

interface Changes {
  readonly aurora?: Partial<DatabaseProps>;
  readonly standbys?: Partial<DatabaseProps>;
}

/** Aurora that is serverless, and a MySQL with readable standbys, side by side. */
const databases =
  ({ aurora, standbys }: Changes = {}) =>
  (stack: TerraformStack): void => {
    const shared = { ...place, protect: false, upgrades: { applyImmediately: true }, ...ground(stack) };
    new Database(stack, "catalogue", {
      ...shared,
      name: "shop-catalogue",
      engine: "aurora-postgresql",
      version: "16",
      size: { minAcu: 0.5, maxAcu: 4 },
      ...aurora,
    });
    new Database(stack, "bookings", {
      ...shared,
      name: "shop-bookings",
      engine: "mysql",
      version: "8.0",
      availability: "readableStandbys",
      size: "db.m6gd.large",
      storage: { type: "io2", gib: 100, iops: 3000 },
      ...standbys,
    });
  };

const upgraded = { applyImmediately: true, allowMajor: true } as const;

describe("a cluster of Aurora, and one of an instance with two standbys", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "rds-cluster" });
    deployment = await world.deployment("databases", databases());
  });
  afterAll(() => world.stop());

  it("are applied, and settle", async () => {
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("take another class, storage, parameters, days of backups, major version, a replica and a proxy, and are not replaced", async () => {
    const change = await deployment.change(
      databases({
        aurora: {
          version: "17",
          size: "db.r7g.large",
          storage: { type: "aurora-iopt1" },
          parameters: { log_min_duration_statement: "500" },
          backups: { retentionDays: 14 },
          replicas: { reports: { size: "db.r7g.xlarge" } },
          proxy: { users: ["api"] },
          upgrades: upgraded,
        },
        standbys: {
          version: "8.4",
          size: "db.m6gd.xlarge",
          storage: { type: "io2", gib: 200, iops: 5000 },
          parameters: { long_query_time: "1" },
          backups: { retentionDays: 14 },
          upgrades: upgraded,
        },
      }),
    );
    expect(change.replace).toEqual(["aws_rds_cluster_parameter_group.bookings", "aws_rds_cluster_parameter_group.catalogue"]);
    // a class has no capacity to run out of
    expect(change.destroy).toEqual(["aws_cloudwatch_metric_alarm.catalogue_capacity"]);
    expect(change.update).toEqual(expect.arrayContaining(["aws_rds_cluster.bookings", "aws_rds_cluster.catalogue"]));
    await deployment.expectEmptyPlan();
  });

  it("are destroyed, made again under the same names, and destroyed, each time with a final snapshot", async () => {
    await deployment.destroy();
    await deployment.change(databases());
    await deployment.destroy();
    const { "shop-catalogue": catalogue = [], "shop-bookings": bookings = [] } = await finalSnapshots(world);
    expect([new Set(catalogue).size, new Set(bookings).size]).toEqual([2, 2]);
  });
});
