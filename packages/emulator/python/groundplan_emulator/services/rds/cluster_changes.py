"""Changes of a cluster: what is refused, what comes now, and what waits for the maintenance window.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBCluster.html
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import (
    backend,
    cluster_upgrades,
    clusters,
    engines,
    identifiers,
    instance_classes,
    looks,
    monitoring,
    new_instance,
    passwords,
    pending,
    places,
    serverless,
    storage,
    windows,
)


@before("rds", "ModifyDBCluster")
def check(call: Call) -> None:
    params = call.params
    cluster = backend.cluster(call, params["DBClusterIdentifier"])
    require_available(cluster, "stopped")
    engine = engines.engine(cluster.engine)
    pending.take_over(cluster, params)
    if params.get("BackupRetentionPeriod") is not None:
        clusters.check_backup_days(params["BackupRetentionPeriod"])
    if params.get("PreferredBackupWindow") or params.get("PreferredMaintenanceWindow"):
        backup = params.get("PreferredBackupWindow") or cluster.preferred_backup_window
        windows.check(backup, (params.get("PreferredMaintenanceWindow") or cluster.preferred_maintenance_window).lower())
    serverless.check(engine, params.get("ServerlessV2ScalingConfiguration"))
    _check_password(call, cluster)
    _settle_storage(engine, cluster, params)
    if params.get("VpcSecurityGroupIds"):
        places.complete_groups(call, places.vpc(call, cluster.db_subnet_group_name))
    _check_monitoring(call, engine, cluster)
    _check_name(call)
    cluster_upgrades.check(call, cluster)
    call.notes["before"] = look_of(cluster)
    pending.put_off(cluster, params, pending.OF_CLUSTER)
    _set_unknown_to_moto(call, cluster)


def require_available(cluster: Any, *also: str) -> None:
    looks.settle(cluster)
    if cluster.status not in ("available", *also):
        text = f"DbCluster {cluster.db_cluster_identifier} is not in available state. Current state: {cluster.status}"
        raise AwsError("InvalidDBClusterStateFault", text)


def _check_password(call: Call, cluster: Any) -> None:
    params, managed = call.params, bool(cluster.manage_master_user_password)
    password, wanted = params.get("MasterUserPassword"), params.get("ManageMasterUserPassword")
    if password and (wanted or (managed and wanted is not False)):
        text = "You can't specify MasterUserPassword for a DB cluster with ManageMasterUserPassword enabled."
        raise AwsError("InvalidParameterCombination", text)
    if wanted is False and managed and not password:
        text = "You must specify MasterUserPassword when you disable ManageMasterUserPassword."
        raise AwsError("InvalidParameterCombination", text)
    if wanted and cluster.global_cluster_identifier:
        raise AwsError("InvalidParameterCombination", "ManageMasterUserPassword isn't supported for DB clusters of a global database.")
    if password:
        passwords.check_text(engines.engine(cluster.engine), password)
    passwords.check_key(call, "MasterUserSecretKmsKeyId")
    if wanted and managed:
        # moto would make a second secret
        del params["ManageMasterUserPassword"]
        params.pop("MasterUserSecretKmsKeyId", None)


def _settle_storage(engine: engines.Engine, cluster: Any, params: dict[str, Any]) -> None:
    if engine.is_aurora:
        if params.get("AllocatedStorage") or params.get("Iops") or params.get("DBClusterInstanceClass"):
            raise AwsError(
                "InvalidParameterCombination", f"Aurora's storage and class can't be set for the DB cluster with engine {engine.name}."
            )
        return
    if params.get("DBClusterInstanceClass"):
        instance_classes.check(engine, params["DBClusterInstanceClass"], clustered=True)
    if not any(params.get(name) for name in ("AllocatedStorage", "StorageType", "Iops")):
        return
    kind = params.get("StorageType") or cluster.storage_type
    size = storage.grown(cluster.allocated_storage, params.get("AllocatedStorage") or cluster.allocated_storage)
    iops = params.get("Iops") or (cluster.iops if kind == cluster.storage_type and kind != "gp3" else None)
    whole = storage.complete(storage.Storage(engine.name, kind, size, iops))
    params.update(StorageType=kind, AllocatedStorage=size, Iops=whole.iops)


def _check_monitoring(call: Call, engine: engines.Engine, cluster: Any) -> None:
    params = call.params
    if params.get("MonitoringInterval") == 0:
        params.pop("MonitoringRoleArn", None)
    interval, role = params.get("MonitoringInterval"), params.get("MonitoringRoleArn")
    if interval or role:
        now = interval if interval is not None else cluster.monitoring_interval
        monitoring.check_role(call, cluster.arn, now, role or cluster.monitoring_role_arn)
    monitoring.check_insights(call, engine, params.get("DBClusterInstanceClass") or cluster.db_cluster_instance_class, cluster)
    logs = (params.get("CloudwatchLogsExportConfiguration") or {}).get("EnableLogTypes") or []
    monitoring.check_logs(engine, cluster.engine_version, logs)


def _check_name(call: Call) -> None:
    name = call.params.get("NewDBClusterIdentifier")
    if name:
        call.params["NewDBClusterIdentifier"] = identifiers.check("NewDBClusterIdentifier", name)
        clusters.refuse_taken(call, call.params["NewDBClusterIdentifier"])


def _set_unknown_to_moto(call: Call, cluster: Any) -> None:
    params = call.params
    if params.get("MonitoringInterval") is not None:
        cluster.monitoring_interval = params.pop("MonitoringInterval")
        cluster.monitoring_role_arn = params.pop("MonitoringRoleArn", None) or (
            cluster.monitoring_role_arn if cluster.monitoring_interval else None
        )
    if params.get("EnablePerformanceInsights") is not None:
        new_instance.set_insights(cluster, params)
        call.notes["insights"] = dict(params)
    elif params.get("DatabaseInsightsMode"):
        cluster.database_insights_mode = params["DatabaseInsightsMode"]
    for name in ("PerformanceInsightsKMSKeyId", "PerformanceInsightsRetentionPeriod", "EnablePerformanceInsights"):
        params.pop(name, None)
    if params.get("EnableIAMDatabaseAuthentication") is not None:
        cluster.iam_auth = params["EnableIAMDatabaseAuthentication"]
    if params.get("EnableHttpEndpoint") is not None:
        cluster._enable_http_endpoint = params.pop("EnableHttpEndpoint")
    logs = params.pop("CloudwatchLogsExportConfiguration", None) or {}
    kept = [name for name in cluster.enabled_cloudwatch_logs_exports if name not in (logs.get("DisableLogTypes") or [])]
    cluster.enabled_cloudwatch_logs_exports = [*kept, *(name for name in logs.get("EnableLogTypes") or [] if name not in kept)]
    # Aurora's standard storage has no name
    if params.get("StorageType") == "aurora":
        cluster.storage_type = params.pop("StorageType") and None


def look_of(cluster: Any) -> dict[str, Any]:
    """What a change can be told by."""
    left_out = (
        "seen",
        "_status",
        "tags",
        "_tags",
        "pending_modified_values",
        "waiting",
        "apply_immediately",
        "allow_major_version_upgrade",
    )
    return {name: repr(value) for name, value in vars(cluster).items() if name not in left_out and "backend" not in name}


@after("rds", "ModifyDBCluster")
def show_change(call: Call, answer: dict[str, Any]) -> None:
    cluster = backend.cluster(call, call.params.get("NewDBClusterIdentifier") or call.params["DBClusterIdentifier"])
    cluster_upgrades.follow(call, cluster)
    _follow_class(cluster)
    _follow_insights(call, cluster)
    if look_of(cluster) == call.notes["before"]:
        answer["DBCluster"]["Status"] = cluster.status
        return
    looks.enter(cluster, call.notes.get("status", "modifying"))
    answer["DBCluster"]["Status"] = cluster.status


def _follow_class(cluster: Any) -> None:
    """A Multi-AZ DB cluster's instances are of its class."""
    for instance in cluster.members if cluster.db_cluster_instance_class else ():
        instance.db_instance_class = cluster.db_cluster_instance_class


def _follow_insights(call: Call, cluster: Any) -> None:
    """What is said of insights for a cluster is said for its instances."""
    if call.notes.get("insights"):
        for instance in cluster.members:
            new_instance.set_insights(instance, call.notes["insights"])
