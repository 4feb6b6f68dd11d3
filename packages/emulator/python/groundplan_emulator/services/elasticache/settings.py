"""What a replication group is asked to be, its defaults filled in, and what ElastiCache would not take.

https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from . import parameter_groups
from .subnet_groups import subnet_group

_VERSIONS = {"redis": ("5.0.6", "6.0.5", "6.2.6", "7.0.7", "7.1.0"), "valkey": ("7.2.6", "8.0.1", "8.1.0")}
_REPLICAS = 5


def versions(engine: str, wanted: str | None, standing: str | None = None) -> str:
    """The whole version that a shorter one means: the newest."""
    known = _VERSIONS.get(engine)
    if known is None:
        raise AwsError("InvalidParameterValue", f"Invalid engine {engine} for a replication group; use redis or valkey.")
    found = [one for one in known if wanted is None or one == wanted or one.startswith(f"{wanted}.")]
    if not found:
        raise AwsError("InvalidParameterValue", f"Cannot find version {wanted} for {engine}.")
    if standing is not None and found[-1].split(".") < standing.split("."):
        raise AwsError("InvalidParameterCombination", f"The engine version cannot be downgraded from {standing} to {wanted}.")
    return found[-1]


def given(call: Call, clustered: bool) -> dict[str, Any]:
    params = call.params
    engine = params.get("Engine") or "redis"
    version = versions(engine, params.get("EngineVersion"))
    family = parameter_groups.family_of(engine, version)
    encrypts = params.get("TransitEncryptionEnabled")
    return {
        "Engine": engine,
        "EngineVersion": version,
        "CacheParameterGroupName": params.get("CacheParameterGroupName") or f"default.{family}{'.cluster.on' if clustered else ''}",
        "CacheSubnetGroupName": params.get("CacheSubnetGroupName") or "default",
        "SecurityGroupIds": params.get("SecurityGroupIds") or [],
        "PreferredMaintenanceWindow": params.get("PreferredMaintenanceWindow") or "sun:05:00-sun:06:00",
        "NotificationTopicArn": params.get("NotificationTopicArn"),
        "Port": params.get("Port") or 6379,
        "LogDeliveryConfigurations": params.get("LogDeliveryConfigurations") or [],
        # Valkey encrypts unless one says otherwise
        "TransitEncryptionEnabled": engine == "valkey" if encrypts is None else encrypts,
    }


def check(call: Call, settings: dict[str, Any], replicas: int) -> None:
    params = call.params
    group = parameter_groups.existing(call, settings["CacheParameterGroupName"])
    family = parameter_groups.family_of(settings["Engine"], settings["EngineVersion"])
    if group["family"] != family:
        text = f"Expected a parameter group of family {family} but found one of family {group['family']}"
        raise AwsError("InvalidParameterCombination", text)
    if settings["CacheSubnetGroupName"] != "default":
        subnet_group(call, settings["CacheSubnetGroupName"])
    if replicas > _REPLICAS:
        raise AwsError("InvalidParameterValue", f"Replicas per node group must be between 0 and {_REPLICAS}.")
    if params.get("MultiAZEnabled") and not params.get("AutomaticFailoverEnabled"):
        raise AwsError("InvalidParameterCombination", "Must enable automatic failover to enable Multi-AZ.")
    if params.get("AutomaticFailoverEnabled") and not replicas:
        raise AwsError(
            "InvalidParameterValue", "When using automatic failover, there must be at least 2 cache clusters in the replication group."
        )
    if params.get("AuthToken") and not settings["TransitEncryptionEnabled"]:
        raise AwsError("InvalidParameterCombination", "The AUTH token is only supported when encryption-in-transit is enabled.")
