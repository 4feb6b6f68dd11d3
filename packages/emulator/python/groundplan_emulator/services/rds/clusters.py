"""What a new cluster gets, Aurora's or a Multi-AZ DB cluster, and what is refused.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import (
    backend,
    cluster_storage,
    default_groups,
    departures,
    engines,
    global_members,
    group_choice,
    identifiers,
    instances,
    monitoring,
    passwords,
    places,
    serverless,
)
from .engines import Engine

_SHORTEST_BACKUP, _LONGEST_BACKUP = 1, 35
_LEAST_ZONES_OF_MULTI_AZ = 3


@before("rds", "CreateDBCluster")
def complete(call: Call) -> None:
    params = call.params
    params["DBClusterIdentifier"] = identifiers.check("DBClusterIdentifier", params["DBClusterIdentifier"])
    refuse_taken(call, params["DBClusterIdentifier"])
    engine = engine_of_clusters(params["Engine"])
    params["EngineVersion"] = engines.resolve(engine, params.get("EngineVersion"))
    if global_members.joins(call):
        global_members.check(call, engine)
    elif params.get("ReplicationSourceIdentifier"):
        _check_replica(call, engine)
    else:
        passwords.check_user(engine, params)
        passwords.check_password(engine, params)
    settle(call, engine)


def _check_replica(call: Call, engine: Engine) -> None:
    """The users are those of its source, which lies in another region, or is an instance.

    https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Replication.CrossRegion.html
    """
    params = call.params
    if params.get("ManageMasterUserPassword"):
        raise AwsError("InvalidParameterValue", "ManageMasterUserPassword isn't supported for read replica")
    arn = params["ReplicationSourceIdentifier"]
    source = backend.cluster(call, arn) if ":cluster:" in arn else backend.instance(call, arn)
    if source.manage_master_user_password:
        text = f"Creating read replicas for source with engine {source.engine} where ManageMasterUserPassword is enabled is not supported."
        raise AwsError("InvalidParameterValue", text)
    if ":cluster:" in arn and source.engine != engine.name:
        raise AwsError("InvalidParameterValue", f"The engine {engine.name} doesn't match the source's, {source.engine}.")
    params.setdefault("MasterUsername", source.master_username)
    # moto asks for one of every cluster; a replica has its source's
    params["MasterUserPassword"] = "of-the-replication-source"


def engine_of_clusters(name: str) -> Engine:
    engine = engines.engine(name)
    if not engine.is_aurora and engine.name not in ("postgres", "mysql"):
        raise AwsError("InvalidParameterValue", f"Invalid DB engine: {name}")
    return engine


def refuse_taken(call: Call, name: str) -> None:
    if name in backend.of(call).clusters or name in departures.clusters(backend.of(call)):
        raise AwsError("DBClusterAlreadyExistsFault", "DB Cluster already exists")


def settle(call: Call, engine: Engine) -> None:
    """What every cluster needs, new or restored."""
    params, version = call.params, call.params["EngineVersion"]
    if params.get("EngineMode") == "serverless":
        raise AwsError("InvalidParameterValue", "The engine mode serverless you requested is currently unavailable.")
    serverless.check(engine, params.get("ServerlessV2ScalingConfiguration"))
    _settle_place(call, engine)
    cluster_storage.settle(engine, params)
    params.setdefault("Port", engine.port)
    params.setdefault("BackupRetentionPeriod", 1)
    check_backup_days(params["BackupRetentionPeriod"])
    instances.settle_windows(call)
    _settle_keys(call)
    _settle_group(call, engine, version)
    check_monitoring(call, engine)
    monitoring.check_logs(engine, version, params.get("EnableCloudwatchLogsExports") or [])


def check_backup_days(days: int) -> None:
    if not _SHORTEST_BACKUP <= days <= _LONGEST_BACKUP:
        text = f"Invalid backup retention period: {days}. Retention period must be between {_SHORTEST_BACKUP} and {_LONGEST_BACKUP}."
        raise AwsError("InvalidParameterValue", text)


def _settle_place(call: Call, engine: Engine) -> None:
    params = call.params
    name = params.get("DBSubnetGroupName")
    if name is None:
        params["DBSubnetGroupName"] = name = _default_group(call)
    group = places.subnet_group(call, name)
    zones = places.zones(group)
    if not engine.is_aurora and len(zones) < _LEAST_ZONES_OF_MULTI_AZ:
        text = "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement."
        where = f"Current AZ coverage: {', '.join(zones)}. Add subnets to cover at least {_LEAST_ZONES_OF_MULTI_AZ} AZs."
        raise AwsError("DBSubnetGroupDoesNotCoverEnoughAZs", f"{text} {where}")
    places.complete_groups(call, group.vpc_id)
    if not params.get("AvailabilityZones"):
        others = [f"{call.region}{letter}" for letter in "abc" if f"{call.region}{letter}" not in zones]
        params["AvailabilityZones"] = [*zones, *others][:3]


def _default_group(call: Call) -> str:
    """Of the default VPC's subnets; RDS makes it where it is missing.

    https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Subnets
    """
    from moto.rds.models import DBSubnetGroup

    groups, vpc = backend.of(call).subnet_groups, places.vpc(call, None)
    if "default" not in groups:
        subnets = [subnet for zone in places.ec2(call).subnets.values() for subnet in zone.values() if subnet.vpc_id == vpc]
        groups["default"] = DBSubnetGroup(backend.of(call), "default", "default", subnets, [])
    return "default"


def _settle_keys(call: Call) -> None:
    params = call.params
    for parameter in ("KmsKeyId", "MasterUserSecretKmsKeyId"):
        passwords.check_key(call, parameter)
    if params.get("KmsKeyId") and not params.get("StorageEncrypted"):
        raise AwsError("InvalidParameterCombination", "KmsKeyId can only be specified when StorageEncrypted is enabled.")
    if params.get("StorageEncrypted") and not params.get("KmsKeyId"):
        params["KmsKeyId"] = instances.default_key(call)


def _settle_group(call: Call, engine: Engine, version: str) -> None:
    params = call.params
    own = params.get("DBClusterParameterGroupName") or default_groups.cluster_parameter_group(backend.of(call), engine, version)
    group_choice.check_cluster_parameter_group(call, engine, version, own)
    params["DBClusterParameterGroupName"] = own


def check_monitoring(call: Call, engine: Engine) -> None:
    params = call.params
    arn = call.arn(f"cluster:{params['DBClusterIdentifier']}")
    monitoring.check_role(call, arn, params.get("MonitoringInterval"), params.get("MonitoringRoleArn"))
    monitoring.check_insights(call, engine, params.get("DBClusterInstanceClass"))


@after("rds", "CreateDBCluster")
def add_members(call: Call, answer: dict[str, Any]) -> None:
    cluster = backend.cluster(call, call.params["DBClusterIdentifier"])
    if not cluster.engine.startswith("aurora"):
        make_members(cluster)


def make_members(cluster: Any) -> None:
    """A Multi-AZ DB cluster comes with a writer and two readers.

    https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/multi-az-db-clusters-concepts.html
    """
    zones = places.zones(cluster.backend.subnet_groups[cluster.db_subnet_group_name])
    for index, zone in enumerate(zones[:3], start=1):
        wanted = {
            "db_instance_identifier": f"{cluster.db_cluster_identifier}-instance-{index}",
            "db_instance_class": cluster.db_cluster_instance_class,
            "engine": cluster.engine,
            "db_cluster_identifier": cluster.db_cluster_identifier,
            "db_subnet_group_name": cluster.db_subnet_group_name,
            "availability_zone": zone,
            "publicly_accessible": False,
            "auto_minor_version_upgrade": cluster.auto_minor_version_upgrade,
            "monitoring_interval": cluster.monitoring_interval,
            "monitoring_role_arn": cluster.monitoring_role_arn,
            "enable_performance_insights": cluster.performance_insights_enabled,
            "performance_insights_kms_key_id": cluster.performance_insights_kms_key_id,
            "performance_insights_retention_period": cluster.performance_insights_retention_period,
            "tags": list(cluster.tags),
        }
        # those of a cluster that had the name before are forgotten
        departures.instances(cluster.backend).pop(wanted["db_instance_identifier"], None)
        cluster.backend.create_db_instance(wanted)
