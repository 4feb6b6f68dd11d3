import { DescribeDBClusterSnapshotsCommand, DescribeDBSnapshotsCommand, RDSClient } from "@aws-sdk/client-rds";
import type { World } from "@groundplan/testing";
import { clientOf } from "./clients.js";

/** The manual snapshots that stand in a world, of instances and of clusters, by the database that each was taken of. */
export async function finalSnapshots(world: World): Promise<Readonly<Record<string, readonly string[]>>> {
  const rds = new RDSClient(clientOf(world));
  const { DBSnapshots = [] } = await rds.send(new DescribeDBSnapshotsCommand({ SnapshotType: "manual" }));
  const { DBClusterSnapshots = [] } = await rds.send(new DescribeDBClusterSnapshotsCommand({ SnapshotType: "manual" }));
  const taken = [
    ...DBSnapshots.map((snapshot) => ({ of: snapshot.DBInstanceIdentifier, name: snapshot.DBSnapshotIdentifier })),
    ...DBClusterSnapshots.map((snapshot) => ({ of: snapshot.DBClusterIdentifier, name: snapshot.DBClusterSnapshotIdentifier })),
  ];
  const databases = [...new Set(taken.map(({ of = "" }) => of))];
  return Object.fromEntries(databases.map((database) => [database, taken.flatMap(({ of, name = "" }) => (of === database ? [name] : []))]));
}
