"""Automated backups, and their replication into another region.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBInstanceAutomatedBackupsReplication.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstanceAutomatedBackups.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html
"""

from __future__ import annotations

from typing import Any

from moto.moto_api._internal import mock_random

from ...call import AwsError, Call
from ...rules import stub
from . import backend, instance_states, passwords

_DAYS = range(1, 36)
_DEFAULT_DAYS = 7


@stub("rds", "StartDBInstanceAutomatedBackupsReplication")
def start(call: Call) -> dict[str, Any]:
    """Called in the region that the backups go to."""
    params = call.params
    arn = params["SourceDBInstanceArn"]
    source = backend.instance(call, arn)
    instance_states.require_available(source, "modifying", "backing-up")
    days = params.get("BackupRetentionPeriod") or _DEFAULT_DAYS
    if source.region == call.region:
        raise AwsError("InvalidParameterValue", "The source DB instance must be in another Region than the replicated backups.")
    if days not in _DAYS:
        raise AwsError("InvalidParameterValue", f"Invalid backup retention period: {days}. It must be between 1 and {_DAYS.stop - 1}.")
    if not source.backup_retention_period or source.is_replica:
        raise AwsError("InvalidDBInstanceState", "Automated backups are not enabled for the source DB instance, or it is a read replica.")
    if any(one["DBInstanceArn"] == arn for one in _kept(call).values()):
        raise AwsError("DBInstanceAutomatedBackupQuotaExceeded", f"The automated backups of {arn} are replicated to this Region already.")
    passwords.check_key(call, "KmsKeyId")
    if source.storage_encrypted and not params.get("KmsKeyId"):
        raise AwsError("InvalidParameterValue", "KmsKeyId is required to replicate the backups of an encrypted DB instance.")
    made = call.arn("auto-backup:ab-" + mock_random.get_random_string(26, lower_case=True))
    _kept(call)[made] = {"DBInstanceArn": arn, "BackupRetentionPeriod": days, "KmsKeyId": params.get("KmsKeyId"), "seen": False}
    return {"DBInstanceAutomatedBackup": _replicated(call, made, "pending")}


def _kept(call: Call) -> dict[str, dict[str, Any]]:
    return call.kind("replicated backups")


def _replicated(call: Call, arn: str, status: str) -> dict[str, Any]:
    kept = _kept(call)[arn]
    source = backend.of(call, backend.region_of(kept["DBInstanceArn"])).databases.get(kept["DBInstanceArn"].split(":")[-1])
    about = {} if source is None else _about(source)
    own = {"DBInstanceArn": kept["DBInstanceArn"], "BackupRetentionPeriod": kept["BackupRetentionPeriod"], "KmsKeyId": kept["KmsKeyId"]}
    shown = {**about, **own, "DBInstanceAutomatedBackupsArn": arn, "Status": status, "Region": backend.region_of(kept["DBInstanceArn"])}
    return {name: value for name, value in shown.items() if value is not None}


def _about(instance: Any) -> dict[str, Any]:
    return {
        "DBInstanceIdentifier": instance.db_instance_identifier,
        "DBInstanceArn": instance.arn,
        "DbiResourceId": instance.dbi_resource_id,
        "Engine": instance.engine,
        "EngineVersion": instance.engine_version,
        "AllocatedStorage": instance.allocated_storage,
        "MasterUsername": instance.master_username,
        "Port": instance.port,
        "StorageType": instance.storage_type,
        "Encrypted": bool(instance.storage_encrypted),
        "KmsKeyId": instance.kms_key_id,
        "BackupRetentionPeriod": instance.backup_retention_period,
        "BackupTarget": "region",
        "IAMDatabaseAuthenticationEnabled": bool(instance.enable_iam_database_authentication),
    }


@stub("rds", "StopDBInstanceAutomatedBackupsReplication")
def stop(call: Call) -> dict[str, Any]:
    wanted = call.params["SourceDBInstanceArn"]
    found = next((arn for arn, one in _kept(call).items() if one["DBInstanceArn"] == wanted), None)
    if found is None:
        raise AwsError("DBInstanceNotFound", f"The automated backups of {wanted} are not replicated to this Region.", 404)
    shown = _replicated(call, found, "deleting")
    del _kept(call)[found]
    return {"DBInstanceAutomatedBackup": shown}


@stub("rds", "DescribeDBInstanceAutomatedBackups")
def describe(call: Call) -> dict[str, Any]:
    """Those of the region's instances, those that were kept as one was deleted, and those that come from another region."""
    params = call.params
    shown = [*_own(call), *_retained(call), *(_replicated(call, arn, _status(one)) for arn, one in _kept(call).items())]
    for field in ("DBInstanceIdentifier", "DbiResourceId", "DBInstanceAutomatedBackupsArn"):
        shown = [one for one in shown if params.get(field) in (None, one.get(field))]
    if params.get("DBInstanceAutomatedBackupsArn") and not shown:
        text = f"DBInstanceAutomatedBackup {params['DBInstanceAutomatedBackupsArn']} not found."
        raise AwsError("DBInstanceAutomatedBackupNotFound", text, 404)
    return {"DBInstanceAutomatedBackups": shown}


def _status(kept: dict[str, Any]) -> str:
    """Replication starts while one looks."""
    status = "replicating" if kept["seen"] else "pending"
    kept["seen"] = True
    return status


def _own(call: Call) -> list[dict[str, Any]]:
    found = [one for one in backend.of(call).databases.values() if not backend.is_member(one) and one.backup_retention_period]
    return [{**_about(one), "DBInstanceAutomatedBackupsArn": _arn(one), "Status": "active", "Region": call.region} for one in found]


def _arn(instance: Any) -> str:
    return f"arn:aws:rds:{instance.region}:{instance.account_id}:auto-backup:ab-{instance.dbi_resource_id[3:].lower()}"


def _retained(call: Call) -> list[dict[str, Any]]:
    return list(call.kind("retained backups").values())


def retain(call: Call, instance: Any) -> None:
    """What is left of a deleted instance whose automated backups were not to go with it."""
    arn = _arn(instance)
    call.kind("retained backups")[arn] = {
        **_about(instance),
        "DBInstanceAutomatedBackupsArn": arn,
        "Status": "retained",
        "Region": call.region,
    }


@stub("rds", "DeleteDBInstanceAutomatedBackup")
def delete(call: Call) -> dict[str, Any]:
    wanted = {call.params.get("DBInstanceAutomatedBackupsArn"), call.params.get("DbiResourceId")} - {None}
    kept = call.kind("retained backups")
    found = next((arn for arn, one in kept.items() if wanted & {arn, one["DbiResourceId"]}), None)
    if found is None:
        raise AwsError("DBInstanceAutomatedBackupNotFound", f"DBInstanceAutomatedBackup {', '.join(wanted)} not found.", 404)
    return {"DBInstanceAutomatedBackup": {**kept.pop(found), "Status": "deleting"}}
