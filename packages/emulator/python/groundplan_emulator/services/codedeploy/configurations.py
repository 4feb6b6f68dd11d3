"""Deployment configurations: how traffic moves, AWS's own and those that are made.

https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentConfig.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeleteDeploymentConfig.html
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from ...call import AwsError, Call
from ...rules import stub
from . import backend

_AWS = "CodeDeployDefault."
_ALL_AT_ONCE = {"type": "AllAtOnce"}


def _canary(percent: int, minutes: int) -> dict[str, Any]:
    return {"type": "TimeBasedCanary", "timeBasedCanary": {"canaryPercentage": percent, "canaryInterval": minutes}}


def _linear(percent: int, minutes: int) -> dict[str, Any]:
    return {"type": "TimeBasedLinear", "timeBasedLinear": {"linearPercentage": percent, "linearInterval": minutes}}


_OF_ECS = {
    "ECSAllAtOnce": _ALL_AT_ONCE,
    "ECSCanary10Percent5Minutes": _canary(10, 5),
    "ECSCanary10Percent15Minutes": _canary(10, 15),
    "ECSLinear10PercentEvery1Minutes": _linear(10, 1),
    "ECSLinear10PercentEvery3Minutes": _linear(10, 3),
}
_OF_LAMBDA = {
    "LambdaAllAtOnce": _ALL_AT_ONCE,
    **{f"LambdaCanary10Percent{minutes}Minutes": _canary(10, minutes) for minutes in (5, 10, 15, 30)},
    **{f"LambdaLinear10PercentEvery{minutes}Minute{'s' if minutes > 1 else ''}": _linear(10, minutes) for minutes in (1, 2, 3, 10)},
}
_OF_SERVERS = {"AllAtOnce": ("HOST_COUNT", 0), "HalfAtATime": ("FLEET_PERCENT", 50), "OneAtATime": ("HOST_COUNT", 1)}


def _predefined() -> dict[str, dict[str, Any]]:
    made = {}
    for platform, routings in (("ECS", _OF_ECS), ("Lambda", _OF_LAMBDA)):
        made |= {_AWS + name: {"computePlatform": platform, "trafficRoutingConfig": routing} for name, routing in routings.items()}
    for name, (kind, value) in _OF_SERVERS.items():
        made[_AWS + name] = {"computePlatform": "Server", "minimumHealthyHosts": {"type": kind, "value": value}}
    return made


_PREDEFINED = _predefined()


def named(call: Call, name: str) -> dict[str, Any]:
    found = _PREDEFINED.get(name) or call.kind("configuration").get(name)
    if found is None:
        raise AwsError("DeploymentConfigDoesNotExistException", f"No Deployment Configuration found for name: {name}")
    return {"deploymentConfigName": name, **found}


def shares(configuration: dict[str, Any]) -> list[int]:
    """The percentages of traffic that the new tasks get, one after the other; a linear shift's steps after the first are left out."""
    routing = configuration.get("trafficRoutingConfig") or _ALL_AT_ONCE
    if routing["type"] == "TimeBasedCanary":
        return [routing["timeBasedCanary"]["canaryPercentage"], 100]
    if routing["type"] == "TimeBasedLinear":
        return [routing["timeBasedLinear"]["linearPercentage"], 100]
    return [100]


@stub("codedeploy", "CreateDeploymentConfig")
def create_configuration(call):
    params, name = call.params, call.params["deploymentConfigName"]
    if name.startswith(_AWS):
        raise AwsError("InvalidDeploymentConfigNameException", f"Deployment configuration names must not begin with {_AWS}")
    if name in call.kind("configuration"):
        raise AwsError("DeploymentConfigAlreadyExistsException", f"Deployment Configuration already exists for name: {name}")
    platform = params.get("computePlatform") or "Server"
    routing, hosts = params.get("trafficRoutingConfig"), params.get("minimumHealthyHosts")
    if platform == "Server" and hosts is None:
        raise AwsError("InvalidMinimumHealthyHostValueException", "The minimum healthy hosts are required for compute platform Server.")
    if platform != "Server" and hosts is not None:
        text = f"The minimum healthy hosts are not supported for compute platform {platform}."
        raise AwsError("InvalidMinimumHealthyHostValueException", text)
    _check_routing(routing)
    given = {
        "computePlatform": platform,
        "minimumHealthyHosts": hosts,
        "trafficRoutingConfig": routing,
        "zonalConfig": params.get("zonalConfig"),
    }
    kept = {key: value for key, value in given.items() if value is not None}
    call.kind("configuration")[name] = {**kept, "deploymentConfigId": str(uuid4()), "createTime": backend.now()}
    return {"deploymentConfigId": call.kind("configuration")[name]["deploymentConfigId"]}


def _check_routing(routing):
    """Percentages from 1 to 99, intervals of at most two days."""
    if not routing or routing["type"] == "AllAtOnce":
        return
    canary = routing["type"] == "TimeBasedCanary"
    kind = "canary" if canary else "linear"
    given = routing.get(f"timeBased{kind.capitalize()}") or {}
    percent, minutes = given.get(f"{kind}Percentage") or 0, given.get(f"{kind}Interval") or 0
    if not 1 <= percent <= 99 or not 1 <= minutes <= 2880:
        text = "The percentage must be from 1 to 99 and the interval from 1 to 2880 minutes."
        raise AwsError("InvalidTrafficRoutingConfigurationException", text)


@stub("codedeploy", "GetDeploymentConfig")
def get_configuration(call):
    return {"deploymentConfigInfo": named(call, call.params["deploymentConfigName"])}


@stub("codedeploy", "ListDeploymentConfigs")
def list_configurations(call):
    return {"deploymentConfigsList": [*_PREDEFINED, *call.kind("configuration")]}


@stub("codedeploy", "DeleteDeploymentConfig")
def delete_configuration(call):
    name = call.params["deploymentConfigName"]
    if name.startswith(_AWS):
        raise AwsError("InvalidOperationException", "Cannot delete a deployment configuration of CodeDeploy's own.")
    groups = [group for named in backend.of(call).deployment_groups.values() for group in named.values()]
    if any(group.deployment_config_name == name for group in groups):
        raise AwsError("DeploymentConfigInUseException", f"Deployment Configuration {name} is in use by a deployment group")
    call.kind("configuration").pop(name, None)
