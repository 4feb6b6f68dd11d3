"""Tags: those of replication groups and parameter groups are ours, others moto's.

https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_AddTagsToResource.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import stub


def _listed(tags: dict[str, str]) -> dict[str, Any]:
    return {"TagList": [{"Key": key, "Value": value} for key, value in tags.items()]}


def _of(call: Call) -> dict[str, str]:
    """Subnet groups carry theirs in moto; they are taken over with the first look."""
    from moto.elasticache.models import elasticache_backends

    arn = call.params["ResourceName"]
    if arn not in call.kind("tags"):
        groups = elasticache_backends[call.account][call.region].cache_subnet_groups.values()
        tags = next((group.tags for group in groups if group.arn == arn), [])
        call.kind("tags")[arn] = {tag["Key"]: tag["Value"] for tag in tags}
    found: dict[str, str] = call.kind("tags")[arn]
    return found


@stub("elasticache", "ListTagsForResource")
def list_tags(call: Call) -> dict[str, Any]:
    return _listed(_of(call))


@stub("elasticache", "AddTagsToResource")
def add(call: Call) -> dict[str, Any]:
    _of(call).update({tag["Key"]: tag["Value"] for tag in call.params["Tags"]})
    return _listed(_of(call))


@stub("elasticache", "RemoveTagsFromResource")
def remove(call: Call) -> dict[str, Any]:
    for key in call.params["TagKeys"]:
        _of(call).pop(key, None)
    return _listed(_of(call))
