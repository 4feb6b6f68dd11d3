"""Regions: those that every account has, and those that it opts into. The first look at a change shows it on its way.

https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
https://docs.aws.amazon.com/accounts/latest/reference/API_EnableRegion.html
https://docs.aws.amazon.com/accounts/latest/reference/API_GetRegionOptStatus.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from ...store import STORE

_ALWAYS = (
    *("ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "ca-central-1"),
    *("eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1", "us-west-2"),
)
_BY_CHOICE = (
    *("af-south-1", "ap-east-1", "ap-east-2", "ap-south-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6"),
    *(
        "ap-southeast-7",
        "ca-west-1",
        "eu-central-2",
        "eu-south-1",
        "eu-south-2",
        "il-central-1",
        "me-central-1",
        "me-south-1",
        "mx-central-1",
    ),
)
_PASSING = {"ENABLING": "ENABLED", "DISABLING": "DISABLED"}


def _kept(call: Call) -> dict[str, str]:
    return STORE.kind(call.params.get("AccountId") or call.account, "global", "account", "region")


def _status(call: Call, region: str) -> str:
    if region in _ALWAYS:
        return "ENABLED_BY_DEFAULT"
    if region not in _BY_CHOICE:
        raise AwsError("ValidationException", f"The region {region} is no region of the AWS partition.")
    return _kept(call).get(region, "DISABLED")


@stub("account", "GetRegionOptStatus")
def get(call: Call) -> dict[str, str]:
    region = call.params["RegionName"]
    shown = _status(call, region)
    if shown in _PASSING:
        _kept(call)[region] = _PASSING[shown]
    return {"RegionName": region, "RegionOptStatus": shown}


@stub("account", "EnableRegion", "DisableRegion")
def switch(call: Call) -> None:
    region = call.params["RegionName"]
    status = _status(call, region)
    passing = "ENABLING" if call.operation == "EnableRegion" else "DISABLING"
    if status == "ENABLED_BY_DEFAULT":
        raise AwsError("ValidationException", f"The region {region} is enabled by default and cannot be switched.")
    if status in _PASSING and status != passing:
        raise AwsError("ConflictException", f"The region {region} is {status.lower()}.", 409)
    if status != _PASSING[passing]:
        _kept(call)[region] = passing


@stub("account", "ListRegions")
def list_regions(call: Call) -> dict[str, Any]:
    wanted = call.params.get("RegionOptStatusContains")
    shown = [{"RegionName": region, "RegionOptStatus": _status(call, region)} for region in (*_ALWAYS, *_BY_CHOICE)]
    return {"Regions": [one for one in shown if not wanted or one["RegionOptStatus"] in wanted]}
