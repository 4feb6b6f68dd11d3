"""The ECS services that deployments are for."""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...locks import LOCKS
from ...rules import load

# deployments start tasks in ECS, in process
load("ecs")


def find(call: Call, cluster: str, name: str) -> Any:
    from moto.ecs.models import ecs_backends

    with LOCKS["ecs"]:
        found = ecs_backends[call.account][call.region].services.get(f"{cluster.split('/')[-1]}:{name.split('/')[-1]}")
    if found is None or found.status != "ACTIVE":
        raise AwsError("InvalidECSServiceException", f"The ECS service {name} in cluster {cluster} does not exist or is not active.")
    return found


def ecs_call(call: Call) -> Call:
    """The same caller, in ECS."""
    return Call(call.account, call.region, "ecs", call.operation, {})
