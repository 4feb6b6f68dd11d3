"""Node groups: what moto makes up of them, their change.

https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateNodegroup.html
https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateNodegroupConfig.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import after, before
from . import backend, updates


@before("eks", "CreateNodegroup", "UpdateNodegroupConfig")
def check(call: Call) -> None:
    wanted = call.params.get("scalingConfig") or {}
    least, most, number = (wanted.get(name) for name in ("minSize", "maxSize", "desiredSize"))
    if None not in (least, most) and least > most:
        raise backend.invalid(f"Minimum capacity {least} can't be greater than maximum capacity {most}")
    if None not in (least, most, number) and not least <= number <= most:
        raise backend.invalid(f"desired capacity {number} can't be outside of {least} and {most}")


@after("eks", "CreateNodegroup")
def settle(call: Call, answer: dict[str, Any]) -> None:
    """Its version is its cluster's; nobody has access to its hosts unless one says so."""
    cluster = backend.cluster(call)
    group = cluster.nodegroups[call.params["nodegroupName"]]
    group.version = call.params.get("version") or cluster.version
    group.remote_access = call.params.get("remoteAccess")
    group.update_config = call.params.get("updateConfig") or {"maxUnavailable": 1}
    show(call, answer)


@after("eks", "DescribeNodegroup", "DeleteNodegroup")
def show(call: Call, answer: dict[str, Any]) -> None:
    shown, group = answer["nodegroup"], _standing(call)
    if group is not None:
        shown["updateConfig"] = group.update_config
    if not call.params.get("remoteAccess") and (group is None or not group.remote_access):
        shown.pop("remoteAccess", None)
        shown.get("resources", {}).pop("remoteAccessSecurityGroup", None)


def _standing(call: Call) -> Any:
    cluster = backend.of(call).clusters.get(call.params["clusterName"])
    return cluster and cluster.nodegroups.get(call.params["nodegroupName"])


@after("eks", "UpdateNodegroupConfig")
def start(call: Call, answer: dict[str, Any]) -> dict[str, Any]:
    return updates.start(call, "ConfigUpdate")
