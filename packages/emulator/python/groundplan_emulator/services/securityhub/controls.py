"""Controls that are switched off, for one standard or by the older way of the first CIS benchmark.

Which control lies in which standard is not written down here: each whose id has the form of one is taken to lie in every standard.

https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchUpdateStandardsControlAssociations.html
https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_ListStandardsControlAssociations.html
https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_UpdateStandardsControl.html
https://docs.aws.amazon.com/securityhub/latest/userguide/cis-aws-foundations-benchmark.html
"""

from __future__ import annotations

import datetime
import re
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from .hub import check_enabled
from .standards import subscribed

_SECURITY_CONTROL = re.compile(r"^[A-Z][A-Za-z0-9]+\.\d{1,3}$")
_CIS = "cis-aws-foundations-benchmark/v/1.2.0"
#: how many controls each of its sections has, and those that Security Hub leaves out
_SECTIONS, _LEFT_OUT = {1: 22, 2: 9, 3: 14, 4: 2}, {"1.15", "1.17", "1.18", "1.19", "1.21"}
_CONTROLS = [f"{part}.{number}" for part, last in _SECTIONS.items() for number in range(1, last + 1)]


def _invalid(text: str) -> AwsError:
    return AwsError("InvalidInputException", text)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)


@stub("securityhub", "BatchUpdateStandardsControlAssociations")
def associate(call: Call) -> dict[str, Any]:
    check_enabled(call)
    refused = []
    for update in call.params["StandardsControlAssociationUpdates"]:
        reason = _why_not(call, update)
        if reason:
            refused.append({"StandardsControlAssociationUpdate": update, "ErrorCode": "INVALID_INPUT", "ErrorReason": reason})
        else:
            call.kind("association")[update["SecurityControlId"], update["StandardsArn"]] = {**update, "UpdatedAt": _now()}
    return {"UnprocessedAssociationUpdates": refused}


def _why_not(call: Call, update: dict[str, Any]) -> str | None:
    if not _SECURITY_CONTROL.match(update["SecurityControlId"]):
        return f"Invalid Security Control Id {update['SecurityControlId']}"
    if not any(one["StandardsArn"] == update["StandardsArn"] for one in subscribed(call).values()):
        return f"The standard {update['StandardsArn']} is not enabled."
    if update["AssociationStatus"] == "DISABLED" and not update.get("UpdatedReason"):
        return "UpdatedReason is required when a control is disabled."
    return None


@stub("securityhub", "ListStandardsControlAssociations")
def associations(call: Call) -> dict[str, Any]:
    check_enabled(call)
    name = call.params["SecurityControlId"]
    if not _SECURITY_CONTROL.match(name):
        raise _invalid(f"Invalid Security Control Id {name}")
    standards = [one["StandardsArn"] for one in subscribed(call).values()]
    return {"StandardsControlAssociationSummaries": [_association(call, name, standard) for standard in standards]}


def _association(call: Call, name: str, standard: str) -> dict[str, Any]:
    kept = call.kind("association").get((name, standard), {"AssociationStatus": "ENABLED"})
    return {
        "StandardsArn": standard,
        "SecurityControlId": name,
        "SecurityControlArn": call.arn(f"security-control/{name}"),
        "RelatedRequirements": [],
        **{key: value for key, value in kept.items() if value is not None},
    }


@stub("securityhub", "DescribeStandardsControls")
def describe(call: Call) -> dict[str, Any]:
    check_enabled(call)
    arn = call.params["StandardsSubscriptionArn"]
    if arn not in subscribed(call):
        raise AwsError("ResourceNotFoundException", f"The standards subscription {arn} was not found.", 404)
    names = [name for name in _CONTROLS if name not in _LEFT_OUT] if arn.endswith(f"subscription/{_CIS}") else []
    return {"Controls": [_control(call, name) for name in names]}


def _arn(call: Call, name: str) -> str:
    return call.arn(f"control/{_CIS}/{name}")


def _control(call: Call, name: str) -> dict[str, Any]:
    kept = call.kind("control").get(_arn(call, name), {"ControlStatus": "ENABLED", "ControlStatusUpdatedAt": _now()})
    shown = {"StandardsControlArn": _arn(call, name), "ControlId": f"CIS.{name}", "Title": f"CIS {name}", "SeverityRating": "MEDIUM"}
    requirement = f"CIS AWS Foundations {name}"
    return {**shown, "Description": shown["Title"], "RemediationUrl": "", "RelatedRequirements": [requirement], **kept}


@stub("securityhub", "UpdateStandardsControl")
def update(call: Call) -> None:
    check_enabled(call)
    arn, status = call.params["StandardsControlArn"], call.params.get("ControlStatus")
    names = {_arn(call, name) for name in _CONTROLS if name not in _LEFT_OUT}
    if arn not in names or call.arn(f"subscription/{_CIS}") not in subscribed(call):
        raise AwsError("ResourceNotFoundException", f"The control {arn} was not found.", 404)
    reason = call.params.get("DisabledReason")
    if status == "DISABLED" and not reason:
        raise _invalid("DisabledReason is required when a control is disabled.")
    more = {"DisabledReason": reason} if reason else {}
    call.kind("control")[arn] = {"ControlStatus": status, "ControlStatusUpdatedAt": _now(), **more}
