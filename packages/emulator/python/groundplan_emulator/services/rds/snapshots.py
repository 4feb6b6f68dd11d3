"""Snapshots: names that are free, and what passes while one is taken.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSnapshot.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterSnapshot.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import before
from . import backend, cluster_changes, identifiers, instance_deletion, instance_states

_LONGEST = 255


@before("rds", "CreateDBSnapshot")
def check(call: Call) -> None:
    params = call.params
    params["DBSnapshotIdentifier"] = identifiers.check("DBSnapshotIdentifier", params["DBSnapshotIdentifier"], _LONGEST)
    instance = backend.instance(call, params["DBInstanceIdentifier"])
    if backend.is_member(instance):
        text = "The specified instance is a member of a cluster and a snapshot cannot be created directly."
        raise AwsError("InvalidParameterValue", f"{text} Please use the CreateDBClusterSnapshot API instead.")
    instance_states.require_available(instance)
    instance_deletion.refuse_taken_snapshot(backend.of(call).database_snapshots, params["DBSnapshotIdentifier"])


@before("rds", "CreateDBClusterSnapshot")
def check_of_cluster(call: Call) -> None:
    params = call.params
    name = identifiers.check("DBClusterSnapshotIdentifier", params["DBClusterSnapshotIdentifier"], _LONGEST)
    params["DBClusterSnapshotIdentifier"] = name
    cluster_changes.require_available(backend.cluster(call, params["DBClusterIdentifier"]))
    instance_deletion.refuse_taken_snapshot(backend.of(call).cluster_snapshots, name, "DBClusterSnapshotAlreadyExistsFault")


@before("rds", "DeleteDBSnapshot", "DeleteDBClusterSnapshot")
def refuse_automated(call: Call) -> None:
    cluster = call.operation == "DeleteDBClusterSnapshot"
    snapshots: Any = backend.of(call).cluster_snapshots if cluster else backend.of(call).database_snapshots
    found = snapshots.get(call.params["DBClusterSnapshotIdentifier" if cluster else "DBSnapshotIdentifier"])
    if found is not None and found.snapshot_type == "automated":
        text = f"{found.resource_id} is an automated snapshot and cannot be deleted."
        raise AwsError("InvalidDBClusterSnapshotStateFault" if cluster else "InvalidDBSnapshotState", text)
