"""Target groups that a service's tasks stand in.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError
from ...locks import LOCKS
from ..elbv2.backend import uses
from .tasks import Task


def register(balancer: dict[str, Any], task: Task) -> None:
    group = _group(balancer.get("targetGroupArn") or "", task.order.account, task.order.region)
    if group is not None and task.interface is not None:
        with LOCKS["elbv2"]:
            group.targets[task.interface.address] = {"Id": task.interface.address, "Port": balancer["containerPort"]}


def deregister(balancer: dict[str, Any], task: Task) -> None:
    group = _group(balancer.get("targetGroupArn") or "", task.order.account, task.order.region)
    if group is not None and task.interface is not None:
        with LOCKS["elbv2"]:
            group.targets.pop(task.interface.address, None)


def check(balancers: list[dict[str, Any]], definition: Any, account: str, region: str) -> None:
    """Refuses what AWS would: no such container or port, a target group without a load balancer, or for instances."""
    for balancer in balancers:
        check_container(balancer, definition)
        arn = balancer.get("targetGroupArn")
        if not arn:
            continue
        group = _group(arn, account, region)
        if group is None:
            raise AwsError("InvalidParameterException", f"The specified target group does not exist. (targetGroupArn: {arn})")
        if definition is not None and definition.network_mode == "awsvpc" and group.target_type != "ip":
            text = (
                f"The provided target group {arn} has target type {group.target_type}, which is incompatible with the awsvpc network "
                "mode specified in the task definition."
            )
            raise AwsError("InvalidParameterException", text)
        if not _forwarded_to(arn, account, region):
            raise AwsError(
                "InvalidParameterException", f"The target group with targetGroupArn {arn} does not have an associated load balancer."
            )


def check_container(balancer: dict[str, Any], definition: Any) -> None:
    if definition is None:
        return
    name, port = balancer.get("containerName"), balancer.get("containerPort")
    container = next((one for one in definition.container_definitions if one["name"] == name), None)
    if container is None:
        raise AwsError("InvalidParameterException", f"The container {name} does not exist in the task definition.")
    if all(mapping.get("containerPort") != port for mapping in container.get("portMappings") or []):
        raise AwsError("InvalidParameterException", f"The container {name} did not have a container port {port} defined.")


def _forwarded_to(arn: str, account: str, region: str) -> bool:
    from moto.elbv2.models import elbv2_backends

    with LOCKS["elbv2"]:
        return any(arn in uses(balancer) for balancer in elbv2_backends[account][region].load_balancers.values())


def _group(arn: str, account: str, region: str) -> Any:
    from moto.elbv2.models import elbv2_backends

    return elbv2_backends[account][region].target_groups.get(arn)
