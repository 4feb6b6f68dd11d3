"""Blue/green deployments: whom AWS lets have one.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-considerations.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateBlueGreenDeployment.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import backend, default_groups, engines, group_choice, upgrades

#: what the green copy has of the blue one, and moto forgets, by its attributes
_COPIED = (
    "enable_iam_database_authentication",
    "monitoring_interval",
    "monitoring_role_arn",
    "performance_insights_enabled",
    "performance_insights_kms_key_id",
    "performance_insights_retention_period",
    "database_insights_mode",
)


@before("rds", "CreateBlueGreenDeployment")
def check(call: Call) -> None:
    arn = call.params["Source"]
    cluster = ":cluster:" in arn
    source = backend.cluster(call, arn) if cluster else backend.instance(call, arn)
    code = "SourceClusterNotSupportedFault" if cluster else "SourceDatabaseNotSupportedFault"
    if source.manage_master_user_password:
        raise AwsError(code, f"The source {arn} has its master user password managed in AWS Secrets Manager, which isn't supported.")
    if not source.backup_retention_period:
        raise AwsError(code, f"The source {arn} must have automated backups enabled.")
    if cluster:
        return
    if source.is_replica or any(name.startswith("arn:") for name in source.replicas):
        raise AwsError(code, f"The source {arn} is a read replica or has read replicas in other Regions, which isn't supported.")
    if source.status != "available":
        raise AwsError("InvalidDBInstanceState", f"The source {arn} is not in available state.")
    if any(source.db_instance_identifier in names for names in _behind_proxies(call)):
        raise AwsError(code, f"The source {arn} is the target of an RDS Proxy, which isn't supported.")
    _check_upgrade(call, source, code)


def _behind_proxies(call: Call) -> list[set[str]]:
    groups = [group for proxy in backend.of(call).db_proxies.values() for group in proxy.proxy_target_groups.values()]
    return [{target.rds_resource_id for target in group.targets} for group in groups]


def _check_upgrade(call: Call, source: Any, code: str) -> None:
    """What the green copy is to be: moto makes it past the rules of instances."""
    params, engine = call.params, engines.engine(source.engine)
    upgrade = {"EngineVersion": params.get("TargetEngineVersion")}
    version = upgrades.target_version(engine, source, upgrade)
    if upgrade["EngineVersion"]:
        params["TargetEngineVersion"] = version
    now, wanted = source.db_parameter_groups()[0], params.get("TargetDBParameterGroupName")
    major = engines.is_major(engine, source.engine_version, version)
    if wanted:
        group_choice.check_parameter_group(call, engine, version, wanted)
    elif major and not default_groups.is_default(now.name):
        raise AwsError("InvalidParameterCombination", f"The parameter group {now.name} is custom: specify TargetDBParameterGroupName.")
    elif major:
        params["TargetDBParameterGroupName"] = default_groups.parameter_group(backend.of(call), engine, version)
    if major and engine.is_postgres and not _replicates_logically(source, now):
        text = f"The source {source.arn} must have rds.logical_replication set to 1, and in effect, for a major version upgrade."
        raise AwsError(code, text)


def _replicates_logically(source: Any, group: Any) -> bool:
    value = (group.parameters.get("rds.logical_replication") or {}).get("ParameterValue")
    return value == "1" and getattr(source, "parameter_status", "in-sync") != "pending-reboot"


@after("rds", "CreateBlueGreenDeployment")
def copy(call: Call, answer: dict[str, Any]) -> None:
    blue, green = (answer["BlueGreenDeployment"][end] for end in ("Source", "Target"))
    if ":cluster:" in blue:
        return
    source, target = backend.instance(call, blue), backend.instance(call, green)
    for attribute in _COPIED:
        if hasattr(source, attribute):
            setattr(target, attribute, getattr(source, attribute))
