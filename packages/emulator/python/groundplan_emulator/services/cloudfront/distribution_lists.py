"""Lists of distributions: all, and those that use something.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ListDistributions.html
https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ListDistributionsByCachePolicyId.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import stub
from . import backend, uses
from .distributions import summary

_BY_POLICY = ("CachePolicyId", "OriginRequestPolicyId", "ResponseHeadersPolicyId")


@stub("cloudfront", "ListDistributions")
def every(call: Call) -> dict[str, Any]:
    return {"DistributionList": _whole(call, list(backend.kept(call.account, "distribution").values()))}


@stub("cloudfront", "ListDistributionsByWebACLId", "ListDistributionsByRealtimeLogConfig")
def by_name(call: Call) -> dict[str, Any]:
    field = "WebACLId" if call.operation.endswith("WebACLId") else "RealtimeLogConfigArn"
    value = call.params.get(field) or ""
    return {"DistributionList": _whole(call, uses.by(call.account, field, "" if value == "null" else value))}


@stub("cloudfront", *(f"ListDistributionsBy{field}" for field in _BY_POLICY))
def by_policy(call: Call) -> dict[str, Any]:
    """Their ids alone."""
    field = call.operation.removeprefix("ListDistributionsBy")
    using = [one["id"] for one in uses.by(call.account, field, call.params[field])]
    return {"DistributionIdList": backend.page(call, using, str)}


def _whole(call: Call, found: list[dict[str, Any]]) -> dict[str, Any]:
    return backend.page(call, [summary(one) for one in found], lambda one: one["Id"])
