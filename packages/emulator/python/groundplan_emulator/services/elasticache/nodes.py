"""The nodes of a replication group, as the API has them: a cache cluster each.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CacheCluster.html
https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_NodeGroup.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub

_ZONES = "abc"


def names(group: str, shards: int, replicas: int, clustered: bool) -> list[list[str]]:
    """By shard: its primary first."""
    if not clustered:
        return [[f"{group}-{number:03}" for number in range(1, replicas + 2)]]
    return [[f"{group}-{shard:04}-{number:03}" for number in range(1, replicas + 2)] for shard in range(1, shards + 1)]


def make(call: Call, group: dict[str, Any], name: str) -> None:
    settings = group["settings"]
    call.kind("cache cluster")[name] = {
        "CacheClusterId": name,
        "ReplicationGroupId": group["ReplicationGroupId"],
        "CacheClusterStatus": "available",
        "NumCacheNodes": 1,
        "ARN": call.arn(f"cluster:{name}"),
        "PreferredAvailabilityZone": f"{call.region}{_ZONES[int(name[-3:]) % 3 - 1]}",
        "CacheNodes": [{"CacheNodeId": "0001", "CacheNodeStatus": "available", "Endpoint": endpoint(call, name, settings["Port"])}],
        "NetworkType": "ipv4",
        "IpDiscovery": "ipv4",
        "ReplicationGroupLogDeliveryEnabled": bool(settings["LogDeliveryConfigurations"]),
        "AtRestEncryptionEnabled": group["AtRestEncryptionEnabled"],
        "TransitEncryptionEnabled": group["TransitEncryptionEnabled"],
    }
    settle(call, group, name)


def settle(call: Call, group: dict[str, Any], name: str) -> None:
    """What a change of the group changes in each node."""
    settings = group["settings"]
    topic = settings.get("NotificationTopicArn")
    call.kind("cache cluster")[name].update(
        CacheNodeType=group["CacheNodeType"],
        Engine=group["Engine"],
        EngineVersion=settings["EngineVersion"],
        CacheSubnetGroupName=settings["CacheSubnetGroupName"],
        CacheParameterGroup={"CacheParameterGroupName": settings["CacheParameterGroupName"], "ParameterApplyStatus": "in-sync"},
        SecurityGroups=[{"SecurityGroupId": one, "Status": "active"} for one in settings["SecurityGroupIds"]],
        PreferredMaintenanceWindow=settings["PreferredMaintenanceWindow"],
        SnapshotWindow=group["SnapshotWindow"],
        SnapshotRetentionLimit=group["SnapshotRetentionLimit"],
        AutoMinorVersionUpgrade=group["AutoMinorVersionUpgrade"],
        NotificationConfiguration={"TopicArn": topic, "TopicStatus": "active"} if topic else None,
    )


def endpoint(call: Call, prefix: str, port: int) -> dict[str, Any]:
    return {"Address": f"{prefix}.abc123.{call.region.replace('-', '')}.cache.amazonaws.com", "Port": port}


@stub("elasticache", "DescribeCacheClusters")
def describe(call: Call) -> dict[str, Any]:
    name, kept = call.params.get("CacheClusterId"), call.kind("cache cluster")
    if name is not None and name not in kept:
        raise AwsError("CacheClusterNotFound", f"Cache cluster {name} not found.", 404)
    shown = [kept[name]] if name else list(kept.values())
    return {"CacheClusters": [{key: value for key, value in one.items() if value is not None} for one in shown]}


@stub("elasticache", "CreateCacheCluster", "ModifyCacheCluster", "DeleteCacheCluster")
def alone(call: Call) -> None:
    raise NotImplementedError("nodes stand here as those of a replication group alone")
