"""Subnet groups: their change and their end, which moto lacks.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ModifyCacheSubnetGroup.html
https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteCacheSubnetGroup.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub


def _groups(call: Call) -> dict[str, Any]:
    from moto.elasticache.models import elasticache_backends

    groups: dict[str, Any] = elasticache_backends[call.account][call.region].cache_subnet_groups
    return groups


def subnet_group(call: Call, name: str) -> Any:
    if name not in _groups(call):
        raise AwsError("CacheSubnetGroupNotFoundFault", f"Cache Subnet Group {name} does not exist.")
    return _groups(call)[name]


@stub("elasticache", "DeleteCacheSubnetGroup")
def delete(call: Call) -> None:
    name = call.params["CacheSubnetGroupName"]
    subnet_group(call, name)
    if any(one["CacheSubnetGroupName"] == name for one in call.kind("cache cluster").values()):
        raise AwsError("CacheSubnetGroupInUse", f"Cache subnet group {name} is currently in use by a cache cluster.")
    del _groups(call)[name]


@stub("elasticache", "ModifyCacheSubnetGroup")
def modify(call: Call) -> dict[str, Any]:
    from moto.elasticache.models import CacheSubnetGroup

    params = call.params
    old = subnet_group(call, params["CacheSubnetGroupName"])
    ids = params.get("SubnetIds") or list(old.subnet_ids)
    description = params.get("CacheSubnetGroupDescription") or old.cache_subnet_group_description
    new = CacheSubnetGroup(call.account, call.region, old.cache_subnet_group_name, description, ids, None)
    _groups(call)[old.cache_subnet_group_name] = new
    shown = {"CacheSubnetGroupName": old.cache_subnet_group_name, "CacheSubnetGroupDescription": description, "ARN": new.arn}
    return {"CacheSubnetGroup": {**shown, "VpcId": new.vpc_id, "Subnets": [{"SubnetIdentifier": one} for one in ids]}}
