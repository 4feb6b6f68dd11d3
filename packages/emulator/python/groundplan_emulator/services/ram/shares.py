"""Shares: one alone of those asked for, and tags, which moto forgets.

https://docs.aws.amazon.com/ram/latest/APIReference/API_GetResourceShares.html
https://docs.aws.amazon.com/ram/latest/APIReference/API_TagResource.html
https://docs.aws.amazon.com/ram/latest/APIReference/API_ListResourceSharePermissions.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import after, stub
from .associations import share


@after("ram", "CreateResourceShare")
def keep_tags(call: Call, answer: dict[str, Any]) -> None:
    given = {tag["key"]: tag["value"] for tag in call.params.get("tags") or []}
    call.kind("tags")[answer["resourceShare"]["resourceShareArn"]] = given


@after("ram", "GetResourceShares")
def show(call: Call, answer: dict[str, Any]) -> None:
    wanted, name = call.params.get("resourceShareArns") or [], call.params.get("name")
    status = call.params.get("resourceShareStatus")
    shown = [
        one
        for one in answer["resourceShares"]
        if (not wanted or one["resourceShareArn"] in wanted) and name in (None, one["name"]) and status in (None, one["status"])
    ]
    for one in shown:
        tags = call.kind("tags").get(one["resourceShareArn"], {})
        one["tags"] = [{"key": key, "value": value} for key, value in tags.items()]
    answer["resourceShares"] = shown


@stub("ram", "TagResource")
def tag(call: Call) -> None:
    share(call)
    kept = call.kind("tags").setdefault(call.params["resourceShareArn"], {})
    kept.update({tag["key"]: tag["value"] for tag in call.params["tags"]})


@stub("ram", "UntagResource")
def untag(call: Call) -> None:
    share(call)
    for key in call.params["tagKeys"]:
        call.kind("tags").get(call.params["resourceShareArn"], {}).pop(key, None)


@stub("ram", "ListResourceSharePermissions")
def permissions(call: Call) -> dict[str, Any]:
    """None but the default of each kind of resource, which one does not see here."""
    share(call)
    return {"permissions": []}
