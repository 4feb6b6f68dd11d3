"""Deletion of an instance: its final snapshot, its secret, its replicas, and the last look at it.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import automated_backups, backend, departures, identifiers, instance_states


@before("rds", "DeleteDBInstance")
def check(call: Call) -> None:
    instance = backend.instance(call, call.params["DBInstanceIdentifier"])
    if instance.deletion_protection:
        text = "Cannot delete protected DB Instance, please disable deletion protection and try again."
        raise AwsError("InvalidParameterCombination", text)
    instance_states.require_available(instance, "creating", "stopped")
    if backend.is_member(instance):
        _check_member(call, instance)
        return
    final = call.params.get("FinalDBSnapshotIdentifier")
    if instance.is_replica:
        if final:
            raise AwsError("InvalidParameterCombination", "FinalDBSnapshotIdentifier cannot be specified when deleting a read replica.")
    else:
        check_final_snapshot(call)
        refuse_taken_snapshot(backend.of(call).database_snapshots, final)
    _let_replicas_go(call, instance)


def check_final_snapshot(call: Call) -> None:
    """Either a name for it, or none is wanted."""
    params = call.params
    name, skipped = params.get("FinalDBSnapshotIdentifier"), bool(params.get("SkipFinalSnapshot"))
    if skipped and name:
        text = "FinalDBSnapshotIdentifier cannot be specified when SkipFinalSnapshot is enabled."
        raise AwsError("InvalidParameterCombination", text)
    if not skipped and not name:
        raise AwsError("InvalidParameterCombination", "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.")
    if name:
        params["FinalDBSnapshotIdentifier"] = identifiers.check("FinalDBSnapshotIdentifier", name, 255)


def refuse_taken_snapshot(snapshots: Any, name: str | None, code: str = "DBSnapshotAlreadyExists") -> None:
    if name and name in snapshots:
        raise AwsError(code, f"Cannot create the snapshot because a snapshot with the identifier {name} already exists.")


def _check_member(call: Call, instance: Any) -> None:
    if call.params.get("FinalDBSnapshotIdentifier"):
        text = "FinalDBSnapshotIdentifier can not be specified when deleting a cluster instance"
        raise AwsError("InvalidParameterCombination", text)
    if not instance.engine.startswith("aurora"):
        text = f"The DB instance {instance.db_instance_identifier} belongs to a Multi-AZ DB cluster; delete the cluster instead."
        raise AwsError("InvalidDBInstanceState", text)


def _let_replicas_go(call: Call, instance: Any) -> None:
    """Replicas of a deleted source stand alone from then on."""
    for name in list(instance.replicas):
        replica = backend.of(call, backend.region_of(name)).databases.get(name.split(":")[-1])
        if replica is not None:
            replica.is_replica, replica.source_db_instance_identifier, replica.replica_mode = False, None, None
    source = instance.source_db_instance_identifier if instance.is_replica else None
    if source is None:
        return
    # moto takes away only a replica of the same region
    found = backend.of(call, backend.region_of(source)).databases.get(source.split(":")[-1])
    names = (instance.db_instance_identifier, instance.db_instance_arn)
    if found is not None:
        found.replicas = [name for name in found.replicas if name not in names]
    instance.is_replica = False


@before("rds", "DeleteDBInstance")
def remember(call: Call) -> None:
    call.notes["leaving"] = backend.instance(call, call.params["DBInstanceIdentifier"])


@after("rds", "DeleteDBInstance")
def leave(call: Call, answer: dict[str, Any]) -> None:
    departures.leave(departures.instances(backend.of(call)), call.notes["leaving"])
    answer["DBInstance"]["DBInstanceStatus"] = "deleting"
    instance = call.notes["leaving"]
    if call.params.get("DeleteAutomatedBackups") is False and not backend.is_member(instance) and instance.backup_retention_period:
        automated_backups.retain(call, instance)
