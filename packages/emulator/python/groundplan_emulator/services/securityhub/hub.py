"""The hub: one for each region of an account, without which nothing else answers.

https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableSecurityHub.html
https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_UpdateSecurityHubConfiguration.html
https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_DisableSecurityHub.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before, stub

#: what a disabled hub takes along
_KINDS = ("setting", "subscription", "control", "association", "product")


def backend(call: Call) -> Any:
    from moto.securityhub.models import securityhub_backends

    return securityhub_backends[call.account][call.region]


def check_enabled(call: Call) -> None:
    if not backend(call).enabled:
        raise AwsError("InvalidAccessException", f"Account {call.account} is not subscribed to AWS Security Hub", 401)


@before("securityhub", "EnableSecurityHub")
def refuse_second(call: Call) -> None:
    if backend(call).enabled:
        raise AwsError("ResourceConflictException", "Account is already subscribed to Security Hub", 409)


@after("securityhub", "EnableSecurityHub")
def keep_generator(call: Call, answer: dict[str, Any]) -> None:
    call.kind("setting")["ControlFindingGenerator"] = call.params.get("ControlFindingGenerator") or "SECURITY_CONTROL"


@before("securityhub", "DisableSecurityHub", "DescribeHub", "GetFindings", "BatchImportFindings", "CreateMembers", "ListMembers")
def refuse_without(call: Call) -> None:
    check_enabled(call)


@stub("securityhub", "UpdateSecurityHubConfiguration")
def update(call: Call) -> None:
    check_enabled(call)
    call.kind("setting").update({name: value for name, value in call.params.items() if value is not None})


@after("securityhub", "DescribeHub")
def show(call: Call, answer: dict[str, Any]) -> None:
    answer.update(call.kind("setting"))


@after("securityhub", "DisableSecurityHub")
def forget(call: Call, answer: dict[str, Any]) -> None:
    for kind in _KINDS:
        call.kind(kind).clear()
