"""Parameter groups, which moto lacks: a family's parameters, those that were changed marked as the user's.

Of a family's parameters those are known here that one changes most; each may be any text.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheParameterGroup.html
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.Engine.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub

FAMILIES = ("memcached1.6", "redis5.0", "redis6.x", "redis7", "valkey7", "valkey8")
#: of Redis and Valkey, by what each is before anybody changes it
_DEFAULTS = {
    "activedefrag": "no",
    "activerehashing": "yes",
    "appendonly": "no",
    "cluster-enabled": "no",
    "hash-max-listpack-entries": "512",
    "lazyfree-lazy-eviction": "no",
    "list-compress-depth": "0",
    "maxmemory-policy": "volatile-lru",
    "maxmemory-samples": "3",
    "min-replicas-max-lag": "10",
    "notify-keyspace-events": "",
    "reserved-memory-percent": "25",
    "set-max-intset-entries": "512",
    "slowlog-log-slower-than": "10000",
    "slowlog-max-len": "128",
    "tcp-keepalive": "300",
    "timeout": "0",
    "tracking-table-max-keys": "1000000",
}


def family_of(engine: str, version: str) -> str:
    major = version.split(".")[0]
    return {"redis": {"5": "redis5.0", "6": "redis6.x"}.get(major, f"redis{major}"), "valkey": f"valkey{major}"}.get(
        engine, f"{engine}{version[:3]}"
    )


def existing(call: Call, name: str) -> dict[str, Any]:
    family = name.removeprefix("default.").removesuffix(".cluster.on")
    if name.startswith("default.") and family in FAMILIES:
        return {"family": family, "changed": {}, "description": f"Default parameter group for {family}"}
    found = call.kind("parameter group").get(name)
    if found is None:
        raise AwsError("CacheParameterGroupNotFound", f"CacheParameterGroup {name} not found.", 404)
    return found


def _shown(call: Call, name: str) -> dict[str, Any]:
    group = existing(call, name)
    shown = {"CacheParameterGroupName": name, "CacheParameterGroupFamily": group["family"], "Description": group["description"]}
    return {**shown, "IsGlobal": False, "ARN": call.arn(f"parametergroup:{name}")}


@stub("elasticache", "CreateCacheParameterGroup")
def create(call: Call) -> dict[str, Any]:
    name, family = call.params["CacheParameterGroupName"], call.params["CacheParameterGroupFamily"]
    if name in call.kind("parameter group"):
        raise AwsError("CacheParameterGroupAlreadyExists", f"CacheParameterGroup {name} already exists.")
    if family not in FAMILIES:
        raise AwsError("InvalidParameterValue", f"CacheParameterGroupFamily {family} is not a valid parameter group family.")
    call.kind("parameter group")[name] = {"family": family, "changed": {}, "description": call.params["Description"]}
    call.kind("tags")[call.arn(f"parametergroup:{name}")] = {tag["Key"]: tag["Value"] for tag in call.params.get("Tags") or []}
    return {"CacheParameterGroup": _shown(call, name)}


@stub("elasticache", "DescribeCacheParameterGroups")
def describe(call: Call) -> dict[str, Any]:
    name = call.params.get("CacheParameterGroupName")
    return {"CacheParameterGroups": [_shown(call, one) for one in ([name] if name else call.kind("parameter group"))]}


@stub("elasticache", "DescribeCacheParameters")
def parameters(call: Call) -> dict[str, Any]:
    changed, source = existing(call, call.params["CacheParameterGroupName"])["changed"], call.params.get("Source")
    shown = [
        {"ParameterName": name, "ParameterValue": changed.get(name, value), "Source": "user" if name in changed else "system"}
        for name, value in _DEFAULTS.items()
    ]
    return {"Parameters": [one for one in shown if source in (None, one["Source"])]}


@stub("elasticache", "ModifyCacheParameterGroup")
def modify(call: Call) -> dict[str, str]:
    group = existing(call, call.params["CacheParameterGroupName"])
    for one in call.params["ParameterNameValues"]:
        if one["ParameterName"] not in _DEFAULTS:
            raise AwsError("InvalidParameterValue", f"The parameter {one['ParameterName']} cannot be modified or does not exist.")
    group["changed"].update({one["ParameterName"]: one["ParameterValue"] for one in call.params["ParameterNameValues"]})
    return {"CacheParameterGroupName": call.params["CacheParameterGroupName"]}


@stub("elasticache", "ResetCacheParameterGroup")
def reset(call: Call) -> dict[str, str]:
    group = existing(call, call.params["CacheParameterGroupName"])
    named = [one["ParameterName"] for one in call.params.get("ParameterNameValues") or []]
    for name in list(group["changed"]) if call.params.get("ResetAllParameters") else named:
        group["changed"].pop(name, None)
    return {"CacheParameterGroupName": call.params["CacheParameterGroupName"]}


@stub("elasticache", "DeleteCacheParameterGroup")
def delete(call: Call) -> None:
    name = call.params["CacheParameterGroupName"]
    existing(call, name)
    if name.startswith("default."):
        raise AwsError("InvalidCacheParameterGroupState", f"The default parameter group {name} cannot be deleted.")
    if any(one["CacheParameterGroup"]["CacheParameterGroupName"] == name for one in call.kind("cache cluster").values()):
        raise AwsError("InvalidCacheParameterGroupState", "One or more cache clusters are still members of this parameter group.")
    del call.kind("parameter group")[name]
