"""Replication groups: what they are made of, what may be changed, and how they go.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyReplicationGroup.html
https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ReplicationGroup.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import nodes, parameter_groups
from .settings import check, given, versions

_PASSING = {"creating": "available", "modifying": "available"}


def existing(call: Call) -> dict[str, Any]:
    found = call.kind("replication group").get(call.params["ReplicationGroupId"])
    if found is None:
        raise AwsError("ReplicationGroupNotFoundFault", f"Replication group {call.params['ReplicationGroupId']} not found.", 404)
    return found


@stub("elasticache", "CreateReplicationGroup")
def create(call: Call) -> dict[str, Any]:
    params, name = call.params, call.params["ReplicationGroupId"].lower()
    if name in call.kind("replication group"):
        raise AwsError("ReplicationGroupAlreadyExists", f"Replication group {name} already exists.")
    shards = params.get("NumNodeGroups") or 1
    clustered = bool(params.get("NumNodeGroups")) or params.get("ClusterMode") == "enabled"
    replicas = (
        params.get("ReplicasPerNodeGroup") or (params.get("NumCacheClusters") or 1) - 1
        if not clustered
        else params.get("ReplicasPerNodeGroup") or 0
    )
    settings = given(call, clustered)
    check(call, settings, replicas)
    members = nodes.names(name, shards, replicas, clustered)
    group = {
        "ReplicationGroupId": name,
        "ARN": call.arn(f"replicationgroup:{name}"),
        "Description": params["ReplicationGroupDescription"],
        "Status": "creating",
        "Engine": settings["Engine"],
        "CacheNodeType": params.get("CacheNodeType"),
        "AutomaticFailover": _switched(params.get("AutomaticFailoverEnabled")),
        "MultiAZ": _switched(params.get("MultiAZEnabled")),
        "SnapshotRetentionLimit": params.get("SnapshotRetentionLimit") or 0,
        "SnapshotWindow": params.get("SnapshotWindow") or "03:00-04:00",
        "ClusterEnabled": clustered,
        "ClusterMode": _switched(clustered),
        "AuthTokenEnabled": bool(params.get("AuthToken")),
        "TransitEncryptionEnabled": settings["TransitEncryptionEnabled"],
        "TransitEncryptionMode": "required" if settings["TransitEncryptionEnabled"] else None,
        "AtRestEncryptionEnabled": bool(params.get("AtRestEncryptionEnabled")),
        "KmsKeyId": params.get("KmsKeyId"),
        "AutoMinorVersionUpgrade": params.get("AutoMinorVersionUpgrade", True),
        "LogDeliveryConfigurations": [{**one, "Status": "active"} for one in settings["LogDeliveryConfigurations"]],
        "DataTiering": "disabled",
        "UserGroupIds": params.get("UserGroupIds") or [],
        "NetworkType": "ipv4",
        "IpDiscovery": "ipv4",
        "MemberClusters": [member for shard in members for member in shard],
        "NodeGroups": [_shard(call, name, number, shard, settings["Port"]) for number, shard in enumerate(members, 1)],
        "settings": settings,
        "seen": False,
    }
    if clustered:
        group["ConfigurationEndpoint"] = nodes.endpoint(call, f"clustercfg.{name}", settings["Port"])
    call.kind("replication group")[name] = group
    call.kind("tags")[group["ARN"]] = {tag["Key"]: tag["Value"] for tag in params.get("Tags") or []}
    for member in group["MemberClusters"]:
        nodes.make(call, group, member)
    return {"ReplicationGroup": shown(group)}


def _switched(wanted: bool | None) -> str:
    return "enabled" if wanted else "disabled"


def _shard(call: Call, name: str, number: int, members: list[str], port: int) -> dict[str, Any]:
    roles = {member: "primary" if place == 0 else "replica" for place, member in enumerate(members)}
    found = [{"CacheClusterId": one, "CacheNodeId": "0001", "CurrentRole": role} for one, role in roles.items()]
    shard = {"NodeGroupId": f"{number:04}", "Status": "available", "NodeGroupMembers": found}
    ends = {
        "PrimaryEndpoint": nodes.endpoint(call, f"master.{name}", port),
        "ReaderEndpoint": nodes.endpoint(call, f"replica.{name}", port),
    }
    return {**shard, **ends}


def shown(group: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in group.items() if name not in ("settings", "seen") and value is not None}


@stub("elasticache", "DescribeReplicationGroups")
def describe(call: Call) -> dict[str, Any]:
    groups = [existing(call)] if call.params.get("ReplicationGroupId") else list(call.kind("replication group").values())
    return {"ReplicationGroups": [_look(call, group) for group in groups]}


def _look(call: Call, group: dict[str, Any]) -> dict[str, Any]:
    if group["seen"]:
        group["Status"] = _PASSING.get(group["Status"], group["Status"])
    if group["Status"] == "deleting" and group["seen"]:
        del call.kind("replication group")[group["ReplicationGroupId"]]
        raise AwsError("ReplicationGroupNotFoundFault", f"Replication group {group['ReplicationGroupId']} not found.", 404)
    group["seen"] = True
    return shown(group)


def available(group: dict[str, Any]) -> None:
    if group["seen"]:
        group["Status"] = _PASSING.get(group["Status"], group["Status"])
    if group["Status"] != "available":
        raise AwsError("InvalidReplicationGroupState", f"Replication group {group['ReplicationGroupId']} is {group['Status']}.")


@stub("elasticache", "ModifyReplicationGroup")
def modify(call: Call) -> dict[str, Any]:
    """Without ApplyImmediately the window would have to come, which it never does."""
    params, group = call.params, existing(call)
    available(group)
    settings = group["settings"]
    if params.get("CacheParameterGroupName"):
        parameter_groups.existing(call, params["CacheParameterGroupName"])
    if params.get("EngineVersion"):
        params["EngineVersion"] = versions(settings["Engine"], params["EngineVersion"], settings["EngineVersion"])
    if params.get("ApplyImmediately"):
        for name in ("CacheParameterGroupName", "SecurityGroupIds", "PreferredMaintenanceWindow", "NotificationTopicArn", "EngineVersion"):
            settings[name] = params.get(name) or settings.get(name)
        group["CacheNodeType"] = params.get("CacheNodeType") or group["CacheNodeType"]
    for name in ("SnapshotRetentionLimit", "SnapshotWindow", "AutoMinorVersionUpgrade"):
        if params.get(name) is not None:
            group[name] = params[name]
    group["Description"] = params.get("ReplicationGroupDescription") or group["Description"]
    for name, switch in (("AutomaticFailoverEnabled", "AutomaticFailover"), ("MultiAZEnabled", "MultiAZ")):
        if params.get(name) is not None:
            group[switch] = _switched(params[name])
    group.update(Status="modifying", seen=False)
    for member in group["MemberClusters"]:
        nodes.settle(call, group, member)
    return {"ReplicationGroup": shown(group)}


@stub("elasticache", "DeleteReplicationGroup")
def delete(call: Call) -> dict[str, Any]:
    group = existing(call)
    available(group)
    group.update(Status="deleting", seen=False)
    for member in group["MemberClusters"]:
        call.kind("cache cluster").pop(member, None)
    call.kind("tags").pop(group["ARN"], None)
    return {"ReplicationGroup": shown(group)}
