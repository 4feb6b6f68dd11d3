"""Settings of ECS: those of all of an account in a region, which moto lacks, and a caller's own, which are moto's.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PutAccountSettingDefault.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListAccountSettings.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before, stub

#: what each may be; the first is what it is before anybody sets it
_VALUES = {
    "awsvpcTrunking": ("disabled", "enabled"),
    "containerInsights": ("disabled", "enabled", "enhanced"),
    "containerInstanceLongArnFormat": ("enabled", "disabled"),
    "defaultLogDriverMode": ("non-blocking", "blocking"),
    "dualStackIPv6": ("enabled", "disabled"),
    "fargateFIPSMode": ("disabled", "enabled"),
    "fargateTaskRetirementWaitPeriod": ("7", "0", "14"),
    "guardDutyActivate": ("on", "off"),
    "serviceLongArnFormat": ("enabled", "disabled"),
    "tagResourceAuthorization": ("off", "on"),
    "taskLongArnFormat": ("enabled", "disabled"),
}


def _root(call: Call) -> str:
    return call.arn("root", service="iam", region="")


def _shown(call: Call, name: str, value: str) -> dict[str, str]:
    kind = "aws_managed" if name == "guardDutyActivate" else "user"
    return {"name": name, "value": value, "principalArn": _root(call), "type": kind}


@stub("ecs", "PutAccountSettingDefault")
def put(call: Call) -> dict[str, Any]:
    name, value = call.params["name"], call.params["value"]
    if name not in _VALUES:
        raise AwsError("InvalidParameterException", "Invalid setting 'name'")
    if value not in _VALUES[name]:
        # the provider destroys tagResourceAuthorization by "disabled", which AWS refuses
        call.refuse(AwsError("InvalidParameterException", "Invalid setting 'value'"))
        value = _VALUES[name][0]
    if name.endswith("LongArnFormat") and value == "disabled":
        raise AwsError("InvalidParameterException", f"You can no longer disable Account Settings: {name}")
    if name == "guardDutyActivate":
        raise AwsError("InvalidParameterException", "guardDutyActivate is managed by GuardDuty and cannot be changed here.")
    call.kind("account setting")[name] = value
    return {"setting": _shown(call, name, value)}


def default(call: Call, name: str) -> str:
    """What holds for who set nothing."""
    value: str = call.kind("account setting").get(name, _VALUES[name][0])
    return value


@stub("ecs", "ListAccountSettings")
def list_settings(call: Call) -> dict[str, Any]:
    """A caller's own come before the account's; with `effectiveSettings` all are shown."""
    from moto.ecs.models import ecs_backends

    own = {one.name: one.value for one in ecs_backends[call.account][call.region].account_settings.values()}
    name, value = call.params.get("name"), call.params.get("value")
    if name is not None and name not in _VALUES:
        raise AwsError("InvalidParameterException", "unknown should be one of " + ",".join(_VALUES))
    initial = {one: values[0] for one, values in _VALUES.items()} if call.params.get("effectiveSettings") else {}
    found = {**initial, **call.kind("account setting"), **own}
    shown = [_shown(call, one, kept) for one, kept in found.items() if name in (None, one) and value in (None, kept)]
    return {"settings": shown}


@after("ecs", "DeleteAccountSetting")
def drop(call: Call, answer: dict[str, Any]) -> None:
    """By the account's root it is the account's."""
    if call.params.get("principalArn") in (None, _root(call)):
        call.kind("account setting").pop(call.params["name"], None)


@before("ecs", "CreateCluster")
def give_insights(call: Call) -> None:
    """A cluster that says nothing of insights has the account's.

    https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
    """
    settings = call.params.get("settings") or []
    if not any(setting.get("name") == "containerInsights" for setting in settings):
        call.params["settings"] = [*settings, {"name": "containerInsights", "value": default(call, "containerInsights")}]
