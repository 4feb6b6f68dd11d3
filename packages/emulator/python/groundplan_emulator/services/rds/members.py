"""Instances that belong to a cluster.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-replicas-adding.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from . import backend, default_groups, group_choice, instance_classes, monitoring, places
from .engines import Engine

#: settings that are the cluster's
_OF_CLUSTER = (
    "MasterUsername",
    "MasterUserPassword",
    "ManageMasterUserPassword",
    "AllocatedStorage",
    "BackupRetentionPeriod",
    "Iops",
    "MaxAllocatedStorage",
    "StorageThroughput",
    "VpcSecurityGroupIds",
    "KmsKeyId",
    "DBName",
    "DeletionProtection",
)
_LAST_TIER, _MOST_READERS = 15, 15


def complete(call: Call, engine: Engine) -> None:
    params = call.params
    cluster = backend.cluster(call, params["DBClusterIdentifier"])
    if cluster.engine != engine.name:
        text = f"The engine name requested for your DB instance ({engine.name}) doesn't match the engine name of your DB cluster"
        raise AwsError("InvalidParameterCombination", f"{text} ({cluster.engine}).")
    if not engine.is_aurora:
        raise AwsError("InvalidParameterCombination", "You can't create a DB instance in a Multi-AZ DB cluster; it has three of its own.")
    instance_classes.check(engine, params["DBInstanceClass"])
    if params["DBInstanceClass"] == instance_classes.SERVERLESS and not cluster.serverless_v2_scaling_configuration:
        text = "Set the Serverless v2 scaling configuration on the parent DB cluster before creating a Serverless v2 DB instance."
        raise AwsError("InvalidParameterCombination", text)
    if len(cluster.members) > _MOST_READERS:
        raise AwsError("InstanceQuotaExceeded", "The DB cluster has the most DB instances that it can have.")
    _refuse_of_cluster(call)
    params["DBSubnetGroupName"] = cluster.db_subnet_group_name
    _settle(call, engine, cluster)


def _refuse_of_cluster(call: Call) -> None:
    given = [name for name in _OF_CLUSTER if call.params.get(name)]
    if given:
        text = f"The requested DB Instance will be a member of a DB Cluster. Set {', '.join(given)} for the DB Cluster."
        raise AwsError("InvalidParameterCombination", text)
    if call.params.get("MultiAZ"):
        raise AwsError("InvalidParameterCombination", "Multi-AZ is not a setting of a DB instance in a DB cluster.")
    if call.params.get("StorageEncrypted") is not None:
        del call.params["StorageEncrypted"]


def _settle(call: Call, engine: Engine, cluster: Any) -> None:
    params = call.params
    offered = places.zones(places.subnet_group(call, cluster.db_subnet_group_name))
    wanted = params.get("AvailabilityZone")
    if wanted and wanted not in offered:
        raise AwsError("InvalidVPCNetworkStateFault", f"No subnet of the DB subnet group lies in {wanted}. Available: {offered}")
    params["AvailabilityZone"] = wanted or offered[len(cluster.members) % len(offered)]
    tier = params.get("PromotionTier")
    if tier is not None and not 0 <= tier <= _LAST_TIER:
        raise AwsError("InvalidParameterValue", f"Invalid promotion tier: {tier}. Valid values are 0 to {_LAST_TIER}.")
    params.setdefault("PubliclyAccessible", False)
    # moto would take its own; the cluster's are shown
    params.pop("EngineVersion", None)
    for name in ("StorageType", "PreferredBackupWindow", "Port", "OptionGroupName"):
        params.pop(name, None)
    version = cluster.engine_version
    name = params.get("DBParameterGroupName") or default_groups.parameter_group(backend.of(call), engine, version)
    params["DBParameterGroupName"] = name
    group_choice.check_parameter_group(call, engine, version, name)
    arn = call.arn(f"db:{params['DBInstanceIdentifier']}")
    monitoring.check_role(call, arn, params.get("MonitoringInterval"), params.get("MonitoringRoleArn"))
    monitoring.check_insights(call, engine, params["DBInstanceClass"])
    _take_insights(params, cluster)


def _take_insights(params: dict[str, Any], cluster: Any) -> None:
    """Insights of the cluster are those of its instances."""
    if not cluster.performance_insights_enabled:
        return
    params["EnablePerformanceInsights"] = True
    params["PerformanceInsightsKMSKeyId"] = cluster.performance_insights_kms_key_id
    params["PerformanceInsightsRetentionPeriod"] = cluster.performance_insights_retention_period
    params["DatabaseInsightsMode"] = cluster.database_insights_mode
