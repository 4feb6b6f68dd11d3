"""Clusters restored from a snapshot or to a point in time.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterToPointInTime.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import backend, clusters, identifiers, inheritance

_OF_REQUEST = (
    "SnapshotIdentifier",
    "SourceDBClusterIdentifier",
    "UseLatestRestorableTime",
    "RestoreToTime",
    "RestoreType",
    "SourceDbClusterResourceId",
)


@before("rds", "RestoreDBClusterFromSnapshot")
def from_snapshot(call: Call) -> None:
    name = call.params["SnapshotIdentifier"]
    there = backend.of(call, backend.region_of(name))
    found = there.cluster_snapshots.get(name.partition(":cluster-snapshot:")[2] or name)
    if found is None:
        raise AwsError("DBClusterSnapshotNotFoundFault", f"DBClusterSnapshot not found: {name}", 404)
    _complete(call, found.cluster, found.kms_key_id if found.encrypted else None)


@before("rds", "RestoreDBClusterToPointInTime")
def to_point_in_time(call: Call) -> None:
    params = call.params
    source = backend.cluster(call, params["SourceDBClusterIdentifier"])
    if bool(params.get("UseLatestRestorableTime")) == bool(params.get("RestoreToTime")):
        raise AwsError("InvalidParameterCombination", "You must specify either RestoreToTime or UseLatestRestorableTime, and not both.")
    _complete(call, source, source.kms_key_id)


def _complete(call: Call, source: Any, key: str | None) -> None:
    params = call.params
    params["DBClusterIdentifier"] = identifiers.check("DBClusterIdentifier", params["DBClusterIdentifier"])
    clusters.refuse_taken(call, params["DBClusterIdentifier"])
    asked = dict(params)
    own = inheritance.of_cluster(source)
    engine = clusters.engine_of_clusters(asked.get("Engine") or own["Engine"])
    if engine.is_aurora:
        own.pop("AllocatedStorage", None)
    params.clear()
    params.update({**own, **{name: value for name, value in asked.items() if value is not None}})
    params.update({"StorageEncrypted": True, "KmsKeyId": key} if key else {})
    clusters.settle(call, engine)
    made = {name: value for name, value in params.items() if name not in _OF_REQUEST}
    backend.of(call).__dict__["restoring"] = made
    params.clear()
    params.update(asked)


@after("rds", "RestoreDBClusterFromSnapshot", "RestoreDBClusterToPointInTime")
def add_members(call: Call, answer: dict[str, Any]) -> None:
    cluster = backend.cluster(call, call.params["DBClusterIdentifier"])
    if not cluster.engine.startswith("aurora"):
        clusters.make_members(cluster)
