"""Changes that wait for the maintenance window, unless they are to apply immediately.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.ApplyImmediately.html
"""

from __future__ import annotations

from typing import Any

#: parameters that wait, by the names under which they are shown while they do
_WAIT = {
    "AllocatedStorage": "AllocatedStorage",
    "CACertificateIdentifier": "CACertificateIdentifier",
    "DBInstanceClass": "DBInstanceClass",
    "DBSubnetGroupName": "DBSubnetGroupName",
    "DedicatedLogVolume": "DedicatedLogVolume",
    "EnableIAMDatabaseAuthentication": "IAMDatabaseAuthenticationEnabled",
    "EngineVersion": "EngineVersion",
    "Iops": "Iops",
    "LicenseModel": "LicenseModel",
    "MasterUserPassword": "MasterUserPassword",
    "MultiAZ": "MultiAZ",
    "NewDBInstanceIdentifier": "DBInstanceIdentifier",
    "StorageThroughput": "StorageThroughput",
    "StorageType": "StorageType",
}

#: the attributes of moto's instance that hold what is the case
_ATTRIBUTES = {
    "AllocatedStorage": "allocated_storage",
    "CACertificateIdentifier": "ca_certificate_identifier",
    "DBInstanceClass": "db_instance_class",
    "DBSubnetGroupName": "_db_subnet_group_name",
    "DedicatedLogVolume": "dedicated_log_volume",
    "EnableIAMDatabaseAuthentication": "enable_iam_database_authentication",
    "EngineVersion": "engine_version",
    "Iops": "iops",
    "LicenseModel": "license_model",
    "MultiAZ": "multi_az",
    "StorageThroughput": "storage_throughput",
    "StorageType": "storage_type",
}


def take_over(instance: Any, params: dict[str, Any]) -> None:
    """A change that applies immediately brings those along that were waiting."""
    if not params.get("ApplyImmediately"):
        return
    for name, value in getattr(instance, "waiting", {}).items():
        params.setdefault(name, value)
    instance.waiting = {}
    instance.pending_modified_values = {}


def put_off(instance: Any, params: dict[str, Any]) -> None:
    """Takes out of the request what must wait, and shows it as pending."""
    if params.get("ApplyImmediately"):
        return
    waiting = getattr(instance, "waiting", {})
    turns_backups = params.get("BackupRetentionPeriod") is not None and not (
        params["BackupRetentionPeriod"] and instance.backup_retention_period
    )
    wait = {**_WAIT, **({"BackupRetentionPeriod": "BackupRetentionPeriod"} if turns_backups else {})}
    # an upgrade brings its parameter group along
    if params.get("EngineVersion") and params.get("DBParameterGroupName"):
        wait["DBParameterGroupName"] = None
    for name, shown in wait.items():
        if name not in params or params[name] is None:
            continue
        value = params.pop(name)
        if name in _ATTRIBUTES and value == getattr(instance, _ATTRIBUTES[name], None):
            waiting.pop(name, None)
            instance.pending_modified_values.pop(shown, None)
            continue
        waiting[name] = value
        if shown:
            instance.pending_modified_values[shown] = "****" if name == "MasterUserPassword" else value
    instance.waiting = waiting
