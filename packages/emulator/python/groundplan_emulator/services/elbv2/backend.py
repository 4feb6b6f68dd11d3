"""moto's own load balancers, for rules that must look at what stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...call import AwsError, Call


def of(call: Call) -> Any:
    from moto.elbv2.models import elbv2_backends

    return elbv2_backends[call.account][call.region]


def ec2(call: Call) -> Any:
    from moto.ec2.models import ec2_backends

    return ec2_backends[call.account][call.region]


def balancer(call: Call, arn: str) -> Any:
    found = of(call).load_balancers.get(arn)
    if found is None:
        raise AwsError("LoadBalancerNotFound", f"Load balancer '{arn}' not found")
    return found


def listener(call: Call, arn: str) -> Any:
    for balancer in of(call).load_balancers.values():
        if arn in balancer.listeners:
            return balancer.listeners[arn]
    raise AwsError("ListenerNotFound", f"Listener '{arn}' not found")


def rule(call: Call, arn: str) -> Any:
    for balancer in of(call).load_balancers.values():
        for listener in balancer.listeners.values():
            for rule in listener.rules.values():
                if rule.arn == arn:
                    return rule
    raise AwsError("RuleNotFound", f"Rule '{arn}' not found")


def target_group(call: Call, arn: str) -> Any:
    found = of(call).target_groups.get(arn)
    if found is None:
        raise AwsError("TargetGroupNotFound", f"Target groups '{arn}' not found")
    return found


def forwarded(action: dict[str, Any]) -> list[str]:
    """The ARNs of the target groups that an action names."""
    groups = (action.get("ForwardConfig") or {}).get("TargetGroups") or []
    named = [group["TargetGroupArn"] for group in groups]
    alone = action.get("TargetGroupArn")
    return named if alone is None or alone in named else [alone, *named]


def uses(balancer: Any) -> Iterator[str]:
    for listener in balancer.listeners.values():
        for rule in listener.rules.values():
            for action in rule.actions:
                yield from forwarded(action.data)
