"""Changes of an instance: what is refused, what comes now, and what waits for the maintenance window.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html#USER_ModifyInstance.Settings
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import (
    backend,
    certificates,
    engines,
    identifiers,
    instance_classes,
    instance_states,
    instances,
    looks,
    monitoring,
    new_instance,
    passwords,
    pending,
    places,
    storage,
    upgrades,
    windows,
)


@before("rds", "ModifyDBInstance")
def check(call: Call) -> None:
    params = call.params
    instance = backend.instance(call, params["DBInstanceIdentifier"])
    instance_states.require_available(instance, "stopped")
    engine = engines.engine(instance.engine)
    pending.take_over(instance, params)
    if backend.is_member(instance):
        _check_member(params)
    else:
        _check_own(call, instance)
    if params.get("DBInstanceClass"):
        instance_classes.check(engine, params["DBInstanceClass"], clustered=backend.is_member(instance) and not engine.is_aurora)
    certificates.check(params.get("CACertificateIdentifier"))
    _check_monitoring(call, instance)
    upgrades.check(call, instance)
    _check_name(call)
    call.notes["before"] = _look_of(instance)
    pending.put_off(instance, params)
    _set_unknown_to_moto(instance, params)


def _check_member(params: dict[str, Any]) -> None:
    """https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html"""
    if params.get("AllocatedStorage"):
        text = "The specified DB instance is a member of a DB Cluster. Storage grows based on usage. You don't need to set it explicitly."
        raise AwsError("InvalidParameterCombination", text)
    names = ("EngineVersion", "MasterUserPassword", "BackupRetentionPeriod", "VpcSecurityGroupIds", "PreferredBackupWindow", "Iops")
    given = [name for name in names if params.get(name)]
    if given:
        how = f"Modify {', '.join(given)} for the DB Cluster using the ModifyDBCluster API"
        raise AwsError("InvalidParameterCombination", f"The specified DB Instance is a member of a DB Cluster. {how}")


def _check_own(call: Call, instance: Any) -> None:
    params = call.params
    _check_backups(params, instance)
    if params.get("PreferredBackupWindow") or params.get("PreferredMaintenanceWindow"):
        backup = params.get("PreferredBackupWindow") or instance.preferred_backup_window
        windows.check(backup, (params.get("PreferredMaintenanceWindow") or instance.preferred_maintenance_window).lower())
    _check_password(call, instance)
    _settle_storage(params, instance)
    if params.get("VpcSecurityGroupIds"):
        places.complete_groups(call, _vpc(call, instance))
    if params.get("DBSubnetGroupName"):
        places.subnet_group(call, params["DBSubnetGroupName"])


def _vpc(call: Call, instance: Any) -> str:
    return places.vpc(call, call.params.get("DBSubnetGroupName") or instance._db_subnet_group_name)


def _check_backups(params: dict[str, Any], instance: Any) -> None:
    days = params.get("BackupRetentionPeriod")
    if days is None:
        return
    instances.check_backup_days(days)
    if days == 0 and instance.replicas:
        text = "Backup retention period cannot be set to 0 (disabled) on a DB instance that has read replicas."
        raise AwsError("InvalidParameterCombination", text)


def _check_password(call: Call, instance: Any) -> None:
    params, managed = call.params, bool(instance.manage_master_user_password)
    password, wanted = params.get("MasterUserPassword"), params.get("ManageMasterUserPassword")
    engine = engines.engine(instance.engine)
    if password and instance.is_replica:
        how = "because it uses physical replication and therefore cannot differ from its parent"
        raise AwsError("InvalidParameterCombination", f"Cannot change master user password on an RDS {engine.name} Read Replica {how}.")
    if wanted and instance.replicas:
        text = f"ManageMasterUserPassword can't be enabled for a source instance with engine {engine.name} that has read replicas."
        raise AwsError("InvalidParameterValue", text)
    if password and (wanted or (managed and wanted is not False)):
        text = "You can't specify MasterUserPassword for an instance with ManageMasterUserPassword enabled."
        raise AwsError("InvalidParameterCombination", text)
    if wanted is False and managed and not password:
        text = "You must specify MasterUserPassword when you disable ManageMasterUserPassword."
        raise AwsError("InvalidParameterCombination", text)
    if password:
        passwords.check_text(engine, password)
    passwords.check_key(call, "MasterUserSecretKmsKeyId")
    if wanted and managed:
        # moto would make a second secret
        del params["ManageMasterUserPassword"]


def _settle_storage(params: dict[str, Any], instance: Any) -> None:
    """Checks the storage that the change comes to, and says it whole."""
    if not any(params.get(name) for name in ("AllocatedStorage", "StorageType", "Iops", "StorageThroughput", "MaxAllocatedStorage")):
        return
    kind, had = params.get("StorageType") or instance.storage_type, instance.storage_type
    size = storage.grown(instance.allocated_storage, params.get("AllocatedStorage") or instance.allocated_storage)
    resized = bool(params.get("AllocatedStorage")) != bool(params.get("Iops"))
    if kind in ("io1", "io2") and had in ("io1", "io2") and resized:
        text = "You must specify both the storage size and iops when modifying the storage size or iops on a DB instance that has iops."
        raise AwsError("InvalidParameterCombination", text)
    kept = kind == had and (kind != "gp3" or (size >= storage.STRIPED_FROM_GIB) == (instance.allocated_storage >= storage.STRIPED_FROM_GIB))
    iops = params.get("Iops") or (instance.iops if kept else None)
    throughput = params.get("StorageThroughput") or (instance.storage_throughput if kept else None)
    whole = storage.complete(storage.Storage(instance.engine, kind, size, iops, throughput, params.get("MaxAllocatedStorage")))
    if params.get("MaxAllocatedStorage"):
        instance._max_allocated_storage = whole.ceiling or size
        del params["MaxAllocatedStorage"]
    wanted = {"AllocatedStorage": size, "StorageType": kind, "Iops": whole.iops, "StorageThroughput": whole.throughput}
    params.update({name: value for name, value in wanted.items() if value is not None})


def _check_monitoring(call: Call, instance: Any) -> None:
    params, engine = call.params, engines.engine(instance.engine)
    if params.get("MonitoringInterval") == 0:
        params.pop("MonitoringRoleArn", None)
    interval, role = params.get("MonitoringInterval"), params.get("MonitoringRoleArn")
    if interval or role:
        now = interval if interval is not None else instance.monitoring_interval
        monitoring.check_role(call, instance.arn, now, role or instance.monitoring_role_arn)
    own = None if backend.is_member(instance) else instance
    monitoring.check_insights(call, engine, params.get("DBInstanceClass") or instance.db_instance_class, own)
    key = params.get("PerformanceInsightsKMSKeyId")
    if key and instance.performance_insights_enabled and key != instance.performance_insights_kms_key_id:
        raise AwsError("InvalidParameterCombination", "You can't change the AWS KMS key of Performance Insights once it is enabled.")
    logs = (params.get("CloudwatchLogsExportConfiguration") or {}).get("EnableLogTypes") or []
    monitoring.check_logs(engine, instance.engine_version, logs)


def _check_name(call: Call) -> None:
    name = call.params.get("NewDBInstanceIdentifier")
    if name:
        call.params["NewDBInstanceIdentifier"] = identifiers.check("NewDBInstanceIdentifier", name)
        instances.refuse_taken(call, call.params["NewDBInstanceIdentifier"])


def _set_unknown_to_moto(instance: Any, params: dict[str, Any]) -> None:
    if params.get("MonitoringInterval") is not None:
        instance.monitoring_interval = params["MonitoringInterval"]
        instance.monitoring_role_arn = params.get("MonitoringRoleArn") or (
            instance.monitoring_role_arn if instance.monitoring_interval else None
        )
        new_instance.monitor(instance)
    if params.get("EnablePerformanceInsights") is not None:
        new_instance.set_insights(instance, params)
    elif params.get("DatabaseInsightsMode"):
        instance.database_insights_mode = params["DatabaseInsightsMode"]
    if params.get("DBPortNumber"):
        instance.port = params["DBPortNumber"]
    if params.get("DBParameterGroupName") and params["DBParameterGroupName"] != instance.db_parameter_groups()[0].name:
        instance.parameter_status = "pending-reboot"
    for name in ("MonitoringInterval", "MonitoringRoleArn", "PerformanceInsightsKMSKeyId", "PerformanceInsightsRetentionPeriod"):
        params.pop(name, None)


def _look_of(instance: Any) -> dict[str, Any]:
    """What a change can be told by."""
    left_out = ("seen", "status", "tags", "_tags", "pending_modified_values", "apply_immediately", "allow_major_version_upgrade")
    return {name: repr(value) for name, value in vars(instance).items() if name not in left_out and "backend" not in name}


@after("rds", "ModifyDBInstance")
def show_change(call: Call, answer: dict[str, Any]) -> None:
    name = call.params.get("NewDBInstanceIdentifier") or call.params["DBInstanceIdentifier"]
    instance = backend.instance(call, name)
    if _look_of(instance) == call.notes["before"] or instance.status == "stopped":
        return
    looks.enter(instance, call.notes.get("status", "modifying"))
    answer["DBInstance"]["DBInstanceStatus"] = instance.status
