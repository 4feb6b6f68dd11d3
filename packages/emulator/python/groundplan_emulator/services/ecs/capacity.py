"""Where tasks run: launch type or capacity providers, and what goes with neither.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html (launchType, capacityProviderStrategy)
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError

_FARGATE_VERSIONS = frozenset({"LATEST", "1.4.0", "1.3.0"})


def checked_capacity(params: dict[str, Any], cluster: Any, definition: Any) -> dict[str, Any]:
    """launchType or capacityProviderStrategy, and platformVersion: those given, or the cluster's default strategy, or EC2."""
    launch_type, strategy = params.get("launchType"), params.get("capacityProviderStrategy")
    if launch_type and strategy:
        _refuse("Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.")
    strategy = None if launch_type else (strategy or cluster.default_capacity_provider_strategy)
    if strategy:
        check_strategy(strategy, cluster.capacity_providers or [])
        chosen = {"capacityProviderStrategy": [{"base": 0, "weight": 0, **item} for item in strategy]}
        fargate = strategy[0]["capacityProvider"].startswith("FARGATE")
    else:
        chosen = {"launchType": launch_type or "EC2"}
        fargate = launch_type == "FARGATE"
    return {**chosen, **_platform(params, definition, fargate=fargate)}


def check_strategy(strategy: list[dict[str, Any]], associated: list[str]) -> None:
    """https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html"""
    names = [item["capacityProvider"] for item in strategy]
    if set(names) - set(associated):
        text = (
            "The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. "
            "Associate the capacity provider with the cluster and try again."
        )
        _refuse(text)
    if len(set(names)) != len(names):
        _refuse("The specified capacity provider strategy cannot contain a capacity provider twice.")
    if len({name.startswith("FARGATE") for name in names}) > 1:
        _refuse("A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers.")
    if sum(bool(item.get("base")) for item in strategy) > 1:
        _refuse("Only one capacity provider in a capacity provider strategy can have a base defined.")
    if not any(item.get("weight") for item in strategy):
        _refuse("A capacity provider strategy must have at least one capacity provider with a weight greater than 0.")


def _refuse(text: str) -> None:
    raise AwsError("InvalidParameterException", text)


def _platform(params: dict[str, Any], definition: Any, *, fargate: bool) -> dict[str, Any]:
    version = params.get("platformVersion")
    if not fargate:
        return {}
    if definition is not None and "FARGATE" not in definition.compatibilities:
        _refuse("Task definition does not support launch_type FARGATE.")
    if version and version not in _FARGATE_VERSIONS:
        raise AwsError("PlatformUnknownException", "The specified platform does not exist.")
    system = (getattr(definition, "runtime_platform", None) or {}).get("operatingSystemFamily") or "LINUX"
    return {"platformVersion": version or "LATEST", "platformFamily": "Linux" if system == "LINUX" else system}
