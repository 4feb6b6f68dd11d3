"""Instances restored from a snapshot or to a point in time.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceToPointInTime.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import before
from . import backend, engines, group_choice, identifiers, inheritance, instance_classes, instances, passwords

#: of the request, and not of the instance that comes of it
_OF_REQUEST = (
    "DBSnapshotIdentifier",
    "SourceDBInstanceIdentifier",
    "TargetDBInstanceIdentifier",
    "UseLatestRestorableTime",
    "RestoreTime",
    "SourceDbiResourceId",
    "SourceDBInstanceAutomatedBackupsArn",
    "UseDefaultProcessorFeatures",
)


@before("rds", "RestoreDBInstanceFromDBSnapshot")
def from_snapshot(call: Call) -> None:
    name = call.params.get("DBSnapshotIdentifier") or ""
    found = backend.of(call, backend.region_of(name)).database_snapshots.get(_last(name))
    if found is None:
        raise AwsError("DBSnapshotNotFound", f"DBSnapshot not found: {name}", 404)
    _complete(call, found.database, "DBInstanceIdentifier", found.kms_key_id)


def _last(name: str) -> str:
    return name.partition(":snapshot:")[2] or name


@before("rds", "RestoreDBInstanceToPointInTime")
def to_point_in_time(call: Call) -> None:
    params = call.params
    source = _source(call)
    if not source.backup_retention_period:
        raise AwsError("PointInTimeRestoreNotEnabled", f"Automated backups of {source.db_instance_identifier} are not enabled.")
    if bool(params.get("UseLatestRestorableTime")) == bool(params.get("RestoreTime")):
        raise AwsError("InvalidParameterCombination", "You must specify either RestoreTime or UseLatestRestorableTime, and not both.")
    _complete(call, source, "TargetDBInstanceIdentifier", source.kms_key_id)


def _source(call: Call) -> Any:
    params = call.params
    if params.get("SourceDBInstanceIdentifier"):
        return backend.instance(call, params["SourceDBInstanceIdentifier"])
    wanted = params.get("SourceDbiResourceId")
    found = next((one for one in backend.of(call).databases.values() if one.dbi_resource_id == wanted), None)
    if found is None:
        raise AwsError("DBInstanceNotFound", f"DBInstance {wanted} not found.", 404)
    return found


def _complete(call: Call, source: Any, named_by: str, key: str | None) -> None:
    """The request becomes that of a new instance, with what it leaves open taken from the source."""
    params = call.params
    params[named_by] = name = identifiers.check(named_by, params[named_by])
    instances.refuse_taken(call, name)
    asked = dict(params)
    own = inheritance.of_instance(source)
    if asked.get("AllocatedStorage") and asked["AllocatedStorage"] < own["AllocatedStorage"]:
        text = "The allocated storage size can't be less than the source snapshot or backup size."
        raise AwsError("InvalidParameterValue", text)
    if asked.get("StorageType") not in (None, own.get("StorageType")):
        own.pop("Iops", None)
        own.pop("StorageThroughput", None)
    params.clear()
    params.update({**own, **{key: value for key, value in asked.items() if value is not None}, "DBInstanceIdentifier": name})
    engine = engines.engine(params["Engine"])
    if engine.name != source.engine:
        raise AwsError("InvalidParameterCombination", f"A snapshot of {source.engine} can't be restored as {engine.name}.")
    # the encryption is the source's
    params.update({"StorageEncrypted": True, "KmsKeyId": key} if key else {})
    instance_classes.check(engine, params["DBInstanceClass"])
    if params.get("ManageMasterUserPassword"):
        passwords.check_password(engine, params)
    instances.settle(call, engine)
    group_choice.check_parameter_group(call, engine, params["EngineVersion"], params["DBParameterGroupName"])
    group_choice.check_option_group(call, engine, params["EngineVersion"], params["OptionGroupName"])
    _hand_over(call, asked)


def _hand_over(call: Call, asked: dict[str, Any]) -> None:
    """moto makes an instance of these; the request has no place for them."""
    made = {name: value for name, value in call.params.items() if name not in _OF_REQUEST}
    backend.of(call).__dict__["restoring"] = made
    call.params.clear()
    call.params.update(asked)
