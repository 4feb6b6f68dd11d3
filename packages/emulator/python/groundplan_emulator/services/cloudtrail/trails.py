"""Trails: their number, the region that they belong to, and those that every region sees.

https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before

#: in a region, those of other regions that it sees counted
_LIMIT = 5
_PARAMETERS = {"PutEventSelectors": "TrailName", "PutInsightSelectors": "TrailName", "GetInsightSelectors": "TrailName"}


def seen(call: Call) -> list[Any]:
    """Those of the call's region, and those of other regions that record everywhere."""
    from moto.cloudtrail.models import cloudtrail_backends

    return list(cloudtrail_backends[call.account][call.region].describe_trails(include_shadow_trails=True))


def find(call: Call, name: str) -> Any:
    return next((trail for trail in seen(call) if name in (trail.trail_name, trail.arn)), None)


def existing(call: Call) -> Any:
    name = call.params[_PARAMETERS.get(call.operation, "Name")]
    trail = find(call, name)
    if trail is None:
        raise AwsError("TrailNotFoundException", f"Unknown trail: {name} for the user: {call.account}")
    return trail


@before("cloudtrail", "CreateTrail")
def check_number(call: Call) -> None:
    name = call.params["Name"]
    if find(call, name) is not None:
        raise AwsError("TrailAlreadyExistsException", f"Trail {name} already exists for customer: {call.account}")
    if len(seen(call)) >= _LIMIT:
        text = f"User: {call.account} already has {_LIMIT} trails in {call.region}."
        raise AwsError("MaximumNumberOfTrailsExceededException", text)


@before("cloudtrail", "CreateTrail", "UpdateTrail")
def check_organization(call: Call) -> None:
    """https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html"""
    from moto.organizations.models import organizations_backends

    if not call.params.get("IsOrganizationTrail"):
        return
    if organizations_backends[call.account]["aws"].org is not None:
        return
    if call.account in organizations_backends.master_accounts:
        text = "The request could not be processed because your account is not the management account of an organization."
        raise AwsError("NotOrganizationMasterAccountException", text)
    text = "The request could not be processed because your account is not a member of an organization."
    raise AwsError("OrganizationsNotInUseException", text)


@before("cloudtrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging", "PutEventSelectors", "PutInsightSelectors")
def check_home(call: Call) -> None:
    trail = existing(call)
    if trail.region_name != call.region:
        text = f"The trail {trail.trail_name} can only be changed in its home region {trail.region_name}."
        raise AwsError("InvalidHomeRegionException", text)


@after("cloudtrail", "CreateTrail", "UpdateTrail", "GetTrail", "DescribeTrails")
def show(call: Call, answer: dict[str, Any]) -> None:
    """moto shows all, whatever is asked for, and no selectors."""
    wanted = call.params.get("trailNameList") or []
    if call.operation == "DescribeTrails" and wanted:
        answer["trailList"] = [trail for trail in answer["trailList"] if trail["Name"] in wanted or trail["TrailARN"] in wanted]
    for shown in answer.get("trailList", [answer.get("Trail", answer)]):
        trail = find(call, shown["TrailARN"])
        shown["HasCustomEventSelectors"] = bool(trail.event_selectors or trail.advanced_event_selectors)
        shown["HasInsightSelectors"] = bool(trail.insight_selectors)
        if call.operation == "GetTrail":
            shown["HomeRegion"] = trail.region_name
