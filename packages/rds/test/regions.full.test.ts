import { AwsProvider } from "@cdktf/provider-aws/lib/provider/index.js";
import { Subnet } from "@cdktf/provider-aws/lib/subnet/index.js";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { type Deployment, onEmulator, type World } from "@groundplan/testing";
import type { TerraformStack } from "cdktf";
import { afterAll, beforeAll, describe, it } from "vitest";
import { Database, type DatabaseProps } from "../src/index.js";
import { ground, place } from "./ground.js";

function elsewhere(stack: TerraformStack): Pick<DatabaseProps, "replicaProvider" | "replicaNetwork"> {
  const provider = new AwsProvider(stack, "frankfurt", { region: "eu-central-1", alias: "frankfurt" });
  const vpc = new Vpc(stack, "far", { provider, cidrBlock: "10.1.0.0/16" });
  const subnets = ["a", "b"].map(
    (az, index) =>
      new Subnet(stack, `far_${az}`, { provider, vpcId: vpc.id, availabilityZone: `eu-central-1${az}`, cidrBlock: `10.1.${index}.0/24` }),
  );
  return { replicaProvider: provider, replicaNetwork: { vpcId: vpc.id, isolatedSubnetIds: subnets.map(({ id }) => id) } };
}

/** An instance with a replica and backups in a second region, and a global cluster, side by side. */
function databases(stack: TerraformStack): void {
  const shared = {
    ...place,
    secondRegion: "eu-central-1",
    master: { secret: "writeOnly" },
    protect: false,
    upgrades: { applyImmediately: true },
    ...ground(stack),
    ...elsewhere(stack),
  } as const;
  new Database(stack, "ledger", {
    ...shared,
    name: "shop-ledger",
    engine: "postgres",
    version: "17",
    replicas: { far: { inSecondRegion: true } },
    backups: { inSecondRegionDays: 7 },
    backupPlan: { copyDays: 30 },
  });
  new Database(stack, "orders", {
    ...shared,
    name: "shop-orders",
    engine: "aurora-mysql",
    version: "8.0.mysql_aurora.3.08.2",
    size: "db.r7g.large",
    availability: "single",
    globalCluster: {},
  });
}

describe("databases in two regions", () => {
  let world: World;
  let deployment: Deployment;
  beforeAll(async () => {
    world = await onEmulator({ name: "rds-regions" });
    deployment = await world.deployment("databases", databases);
  });
  afterAll(() => world.stop());

  it("are applied, and settle", async () => {
    await deployment.apply();
    await deployment.expectEmptyPlan();
  });

  it("are destroyed, and nothing of them is left in either", async () => {
    await deployment.destroy();
  });
});
