"""Standards that a hub is subscribed to: the first look shows one on its way in, or out.

https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchEnableStandards.html
https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_StandardsSubscription.html
https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, stub
from .hub import check_enabled

#: by what their ARNs end in; those marked are enabled with a hub unless one says otherwise
_STANDARDS = {
    "aws-foundational-security-best-practices/v/1.0.0": ("AWS Foundational Security Best Practices v1.0.0", True),
    "aws-resource-tagging-standard/v/1.0.0": ("AWS Resource Tagging Standard v1.0.0", False),
    "cis-aws-foundations-benchmark/v/1.2.0": ("CIS AWS Foundations Benchmark v1.2.0", True),
    "cis-aws-foundations-benchmark/v/1.4.0": ("CIS AWS Foundations Benchmark v1.4.0", False),
    "cis-aws-foundations-benchmark/v/3.0.0": ("CIS AWS Foundations Benchmark v3.0.0", False),
    "cis-aws-foundations-benchmark/v/5.0.0": ("CIS AWS Foundations Benchmark v5.0.0", False),
    "nist-800-53/v/5.0.0": ("NIST Special Publication 800-53 Revision 5", False),
    "nist-800-171/v/2.0.0": ("NIST Special Publication 800-171 Revision 2", False),
    "pci-dss/v/3.2.1": ("PCI DSS v3.2.1", False),
    "pci-dss/v/4.0.1": ("PCI DSS v4.0.1", False),
}
#: the only one that is no region's
_OLDEST = "cis-aws-foundations-benchmark/v/1.2.0"


def _arn(call: Call, name: str) -> str:
    return f"arn:aws:securityhub:::ruleset/{name}" if name == _OLDEST else f"arn:aws:securityhub:{call.region}::standards/{name}"


def name_of(call: Call, standard: str) -> str:
    found = next((name for name in _STANDARDS if _arn(call, name) == standard), None)
    if found is None:
        raise AwsError("InvalidInputException", f"Invalid parameter: StandardsArn {standard} is no standard of {call.region}.")
    return found


def subscription_arn(call: Call, name: str) -> str:
    return call.arn(f"subscription/{name}")


def subscribed(call: Call) -> dict[str, dict[str, Any]]:
    return call.kind("subscription")


@stub("securityhub", "BatchEnableStandards")
def enable(call: Call) -> dict[str, Any]:
    check_enabled(call)
    names = [(name_of(call, one["StandardsArn"]), one.get("StandardsInput") or {}) for one in call.params["StandardsSubscriptionRequests"]]
    return {"StandardsSubscriptions": [dict(_subscribe(call, name, inputs)) for name, inputs in names]}


def _subscribe(call: Call, name: str, inputs: dict[str, str]) -> dict[str, Any]:
    arn = subscription_arn(call, name)
    started = {"StandardsSubscriptionArn": arn, "StandardsArn": _arn(call, name), "StandardsInput": inputs, "StandardsStatus": "PENDING"}
    found: dict[str, Any] = subscribed(call).setdefault(arn, {**started, "StandardsControlsUpdatable": "READY_FOR_UPDATES"})
    return found


@after("securityhub", "EnableSecurityHub")
def enable_defaults(call: Call, answer: dict[str, Any]) -> None:
    if call.params.get("EnableDefaultStandards", True):
        for name, (_, by_default) in _STANDARDS.items():
            if by_default:
                _subscribe(call, name, {})["StandardsStatus"] = "READY"


@stub("securityhub", "GetEnabledStandards")
def get_enabled(call: Call) -> dict[str, Any]:
    check_enabled(call)
    wanted = call.params.get("StandardsSubscriptionArns") or list(subscribed(call))
    return {"StandardsSubscriptions": [_look(call, arn) for arn in wanted if arn in subscribed(call)]}


def _look(call: Call, arn: str) -> dict[str, Any]:
    found = subscribed(call)[arn]
    shown = dict(found)
    if found["StandardsStatus"] == "DELETING":
        del subscribed(call)[arn]
    found["StandardsStatus"] = "READY"
    return shown


@stub("securityhub", "BatchDisableStandards")
def disable(call: Call) -> dict[str, Any]:
    check_enabled(call)
    shown = []
    for arn in call.params["StandardsSubscriptionArns"]:
        if arn not in subscribed(call):
            raise AwsError("InvalidInputException", f"The standards subscription {arn} does not exist.")
        subscribed(call)[arn]["StandardsStatus"] = "DELETING"
        shown.append(dict(subscribed(call)[arn]))
    return {"StandardsSubscriptions": shown}


@stub("securityhub", "DescribeStandards")
def describe(call: Call) -> dict[str, Any]:
    check_enabled(call)
    shown = [
        {"StandardsArn": _arn(call, name), "Name": title, "Description": title, "EnabledByDefault": by_default}
        for name, (title, by_default) in _STANDARDS.items()
    ]
    return {"Standards": shown}
