"""Changes that wait for the maintenance window, unless they are to apply immediately.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.ApplyImmediately.html
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Waits:
    """A parameter that waits: under which name it is shown meanwhile, and the attribute of moto's that holds what is the case."""

    shown: str | None
    attribute: str | None


def _table(attributes: dict[str, str | None]) -> dict[str, Waits]:
    """By the names of parameters, the attributes; where a parameter is shown under another name, that is named."""
    return {name: Waits(_SHOWN_AS.get(name, name), attribute) for name, attribute in attributes.items()}


_SHOWN_AS = {
    "EnableIAMDatabaseAuthentication": "IAMDatabaseAuthenticationEnabled",
    "NewDBInstanceIdentifier": "DBInstanceIdentifier",
    "NewDBClusterIdentifier": "DBClusterIdentifier",
    "DBClusterInstanceClass": None,
}

OF_INSTANCE = _table(
    {
        "AllocatedStorage": "allocated_storage",
        "CACertificateIdentifier": "ca_certificate_identifier",
        "DBInstanceClass": "db_instance_class",
        "DBSubnetGroupName": "_db_subnet_group_name",
        "DedicatedLogVolume": "dedicated_log_volume",
        "EnableIAMDatabaseAuthentication": "enable_iam_database_authentication",
        "EngineVersion": "engine_version",
        "Iops": "iops",
        "LicenseModel": "license_model",
        "MasterUserPassword": None,
        "MultiAZ": "multi_az",
        "NewDBInstanceIdentifier": None,
        "StorageThroughput": "storage_throughput",
        "StorageType": "storage_type",
    }
)

OF_CLUSTER = _table(
    {
        "AllocatedStorage": "allocated_storage",
        "DBClusterInstanceClass": "db_cluster_instance_class",
        "EnableIAMDatabaseAuthentication": "iam_auth",
        "EngineVersion": "engine_version",
        "Iops": "iops",
        "MasterUserPassword": None,
        "NewDBClusterIdentifier": None,
        "StorageType": "storage_type",
    }
)


def take_over(instance: Any, params: dict[str, Any]) -> None:
    """A change that applies immediately brings those along that were waiting."""
    if not params.get("ApplyImmediately"):
        return
    for name, value in getattr(instance, "waiting", {}).items():
        params.setdefault(name, value)
    instance.waiting = {}
    instance.pending_modified_values = {}


def put_off(thing: Any, params: dict[str, Any], table: dict[str, Waits] = OF_INSTANCE) -> None:
    """Takes out of the request what must wait, and shows it as pending."""
    if params.get("ApplyImmediately"):
        return
    waiting = getattr(thing, "waiting", {})
    for name, waits in {**table, **_by_occasion(thing, params, table)}.items():
        if params.get(name) is None:
            continue
        value = params.pop(name)
        if waits.attribute and value == getattr(thing, waits.attribute, None):
            waiting.pop(name, None)
            thing.pending_modified_values.pop(waits.shown, None)
            continue
        waiting[name] = value
        if waits.shown:
            thing.pending_modified_values[waits.shown] = "****" if name == "MasterUserPassword" else value
    thing.waiting = waiting


def _by_occasion(thing: Any, params: dict[str, Any], table: dict[str, Waits]) -> dict[str, Waits]:
    """Backups wait as they are turned on or off, and a parameter group with the upgrade that needs it."""
    days, found = params.get("BackupRetentionPeriod"), {}
    if table is OF_INSTANCE and days is not None and not (days and thing.backup_retention_period):
        found["BackupRetentionPeriod"] = Waits("BackupRetentionPeriod", "backup_retention_period")
    version = params.get("EngineVersion")
    if version and version != thing.engine_version:
        for name in ("DBParameterGroupName", "OptionGroupName", "DBClusterParameterGroupName", "DBInstanceParameterGroupName"):
            found[name] = Waits(None, None)
        found["AllowMajorVersionUpgrade"] = Waits(None, None)
    return found
