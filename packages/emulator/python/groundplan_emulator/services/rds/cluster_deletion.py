"""Deletion of a cluster, and what it needs before.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import backend, cluster_changes, departures, global_members, instance_deletion, looks


@before("rds", "DeleteDBCluster")
def check(call: Call) -> None:
    cluster = backend.cluster(call, call.params["DBClusterIdentifier"])
    if cluster.deletion_protection:
        text = "Cannot delete protected Cluster, please disable deletion protection and try again."
        raise AwsError("InvalidParameterCombination", text)
    cluster_changes.require_available(cluster, "creating", "stopped")
    if global_members.of_cluster(call, cluster) is not None:
        text = "This cluster is a part of a global cluster, please remove it from globalcluster first"
        raise AwsError("InvalidDBClusterStateFault", text)
    if cluster.engine.startswith("aurora") and cluster.members:
        text = "Cluster cannot be deleted, it still contains DB instances in non-deleting state."
        raise AwsError("InvalidDBClusterStateFault", text)
    instance_deletion.check_final_snapshot(call)
    snapshots, final = backend.of(call).cluster_snapshots, call.params.get("FinalDBSnapshotIdentifier")
    instance_deletion.refuse_taken_snapshot(snapshots, final, "DBClusterSnapshotAlreadyExistsFault")
    _take_members_along(call, cluster)
    call.notes["leaving"] = cluster


def _take_members_along(call: Call, cluster: Any) -> None:
    """Those of a Multi-AZ DB cluster, which nobody made alone; replicas of Aurora's are promoted."""
    there = backend.of(call)
    for instance in list(cluster.members):
        departures.leave(departures.instances(there), there.databases.pop(instance.db_instance_identifier))
        # moto keeps automated snapshots of them, which would be in the way of the next of that name
        for name in [
            name for name, one in there.database_snapshots.items() if one.db_instance_identifier == instance.db_instance_identifier
        ]:
            del there.database_snapshots[name]


@after("rds", "DeleteDBCluster")
def leave(call: Call, answer: dict[str, Any]) -> None:
    backend_ = backend.of(call)
    departures.leave(departures.clusters(backend_), call.notes["leaving"])
    answer["DBCluster"]["Status"] = "deleting"
    for name, snapshot in list(backend_.cluster_snapshots.items()):
        if snapshot.snapshot_type == "automated" and snapshot.db_cluster_identifier == call.notes["leaving"].db_cluster_identifier:
            del backend_.cluster_snapshots[name]


@before("rds", "StopDBCluster")
def check_stop(call: Call) -> None:
    """https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-cluster-stop-start.html#aurora-cluster-stop-limitations"""
    cluster = backend.cluster(call, call.params["DBClusterIdentifier"])
    cluster_changes.require_available(cluster)
    if global_members.of_cluster(call, cluster) is not None or cluster.replication_source_identifier:
        raise AwsError("InvalidDBClusterStateFault", "Cannot stop a DB cluster that is part of a global database or a replica.")


@before("rds", "StartDBCluster")
def settle(call: Call) -> None:
    looks.settle(backend.cluster(call, call.params["DBClusterIdentifier"]))


@after("rds", "StopDBCluster", "StartDBCluster")
def stop_or_start(call: Call, answer: dict[str, Any]) -> None:
    cluster = backend.cluster(call, call.params["DBClusterIdentifier"])
    status = "stopping" if call.operation == "StopDBCluster" else "starting"
    for thing in (cluster, *cluster.members):
        looks.enter(thing, status)
    answer["DBCluster"]["Status"] = status
