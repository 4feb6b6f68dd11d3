"""Upgrades of a cluster's engine, with the parameter groups that a major one needs.

https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_UpgradeDBInstance.PostgreSQL.MajorVersion.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBCluster.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from . import backend, default_groups, engines, global_members, group_choice


def check(call: Call, cluster: Any) -> None:
    params, engine = call.params, engines.engine(cluster.engine)
    version = _target(call, engine, cluster)
    major = engines.is_major(engine, cluster.engine_version, version)
    if major and not params.get("AllowMajorVersionUpgrade"):
        raise AwsError(
            "InvalidParameterCombination", "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version."
        )
    group = params.get("DBClusterParameterGroupName")
    if group:
        group_choice.check_cluster_parameter_group(call, engine, version, group)
    elif major and not default_groups.is_default(cluster.parameter_group):
        text = f"The current DB cluster parameter group {cluster.parameter_group} is custom."
        how = "You must explicitly specify a new DB cluster parameter group, either default or custom, for the engine version upgrade."
        raise AwsError("InvalidParameterCombination", f"{text} {how}")
    elif major:
        params["DBClusterParameterGroupName"] = default_groups.cluster_parameter_group(backend.of(call), engine, version)
    _check_members(call, cluster, version, major=major)
    if version != cluster.engine_version and params.get("ApplyImmediately"):
        call.notes["status"] = "upgrading"


def _target(call: Call, engine: engines.Engine, cluster: Any) -> str:
    params, wanted = call.params, call.params.get("EngineVersion")
    if not wanted:
        return cluster.engine_version
    version = cluster.engine_version if engine.major(cluster.engine_version) == wanted else engines.resolve(engine, wanted)
    params["EngineVersion"] = version
    if version == cluster.engine_version:
        return version
    if version not in engines.upgrade_targets(engine, cluster.engine_version):
        raise AwsError("InvalidParameterCombination", f"Cannot upgrade {engine.name} from {cluster.engine_version} to {version}")
    if engines.is_major(engine, cluster.engine_version, version) and global_members.of_cluster(call, cluster) is not None:
        text = "Cannot upgrade the major version of a DB cluster that is part of a global database; upgrade the global cluster."
        raise AwsError("InvalidParameterCombination", text)
    return version


def _check_members(call: Call, cluster: Any, version: str, *, major: bool) -> None:
    params, engine = call.params, engines.engine(cluster.engine)
    group = params.get("DBInstanceParameterGroupName")
    if group and not params.get("AllowMajorVersionUpgrade"):
        text = "DBInstanceParameterGroupName can be specified only in combination with AllowMajorVersionUpgrade."
        raise AwsError("InvalidParameterCombination", text)
    if group:
        group_choice.check_parameter_group(call, engine, version, group)
        return
    own = [name for instance in cluster.members for name in [instance.db_parameter_groups()[0].name] if not default_groups.is_default(name)]
    if major and own:
        how = "You must explicitly specify a new DB instance parameter group, either default or custom, for the engine version upgrade."
        raise AwsError("InvalidParameterCombination", f"The current DB instance parameter group {own[0]} is custom. {how}")


def follow(call: Call, cluster: Any) -> None:
    """The instances of a cluster take the group that comes with its upgrade, or the default one of its new family."""
    engine, group = engines.engine(cluster.engine), call.params.get("DBInstanceParameterGroupName")
    family = engine.family(cluster.engine_version)
    for instance in cluster.members:
        if group:
            instance.db_parameter_group_name = group
        elif instance.db_parameter_groups()[0].family != family:
            instance.db_parameter_group_name = default_groups.parameter_group(backend.of(call), engine, cluster.engine_version)
