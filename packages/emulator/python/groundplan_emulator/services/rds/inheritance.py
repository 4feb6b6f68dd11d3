"""What a database takes over from the one that it is restored from: its data, and what belongs to them.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_RestoreFromSnapshot.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html
"""

from __future__ import annotations

from typing import Any

#: parameters by the attributes of moto's that hold them
_OF_INSTANCE = {
    "Engine": "engine",
    "EngineVersion": "engine_version",
    "DBInstanceClass": "db_instance_class",
    "DBName": "db_name",
    "MasterUsername": "master_username",
    "Port": "port",
    "StorageType": "storage_type",
    "Iops": "iops",
    "StorageThroughput": "storage_throughput",
    "AllocatedStorage": "allocated_storage",
    "LicenseModel": "license_model",
    "AutoMinorVersionUpgrade": "auto_minor_version_upgrade",
    "BackupRetentionPeriod": "backup_retention_period",
    "PreferredBackupWindow": "preferred_backup_window",
    "PreferredMaintenanceWindow": "preferred_maintenance_window",
    "CopyTagsToSnapshot": "copy_tags_to_snapshot",
    "EnableIAMDatabaseAuthentication": "enable_iam_database_authentication",
}

_OF_CLUSTER = {
    "Engine": "engine",
    "EngineVersion": "engine_version",
    "DatabaseName": "database_name",
    "MasterUsername": "master_username",
    "Port": "port",
    "StorageType": "storage_type",
    "Iops": "iops",
    "AllocatedStorage": "allocated_storage",
    "DBClusterInstanceClass": "db_cluster_instance_class",
    "BackupRetentionPeriod": "backup_retention_period",
    "PreferredBackupWindow": "preferred_backup_window",
    "PreferredMaintenanceWindow": "preferred_maintenance_window",
    "EnableIAMDatabaseAuthentication": "iam_auth",
}


def of_instance(source: Any) -> dict[str, Any]:
    return _taken(source, _OF_INSTANCE)


def of_cluster(source: Any) -> dict[str, Any]:
    return _taken(source, _OF_CLUSTER)


def _taken(source: Any, table: dict[str, str]) -> dict[str, Any]:
    found = {name: getattr(source, attribute, None) for name, attribute in table.items()}
    return {name: value for name, value in found.items() if value is not None}
