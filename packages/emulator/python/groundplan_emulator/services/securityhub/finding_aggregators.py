"""The account's one aggregator of findings: the region that makes it sees those of the regions linked to it.

https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_CreateFindingAggregator.html
https://docs.aws.amazon.com/securityhub/latest/userguide/finding-aggregation.html
"""

from __future__ import annotations

import uuid
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from ...store import STORE
from .hub import check_enabled

_WITH_REGIONS = ("ALL_REGIONS_EXCEPT_SPECIFIED", "SPECIFIED_REGIONS")


def _standing(call: Call) -> dict[str, dict[str, Any]]:
    """One for all regions."""
    return STORE.kind(call.account, "all", call.service, "finding aggregator")


@stub("securityhub", "CreateFindingAggregator")
def create(call: Call) -> dict[str, Any]:
    check_enabled(call)
    if _standing(call):
        text = f"The account {call.account} already has a finding aggregator."
        raise AwsError("InvalidInputException", text)
    arn = call.arn(f"finding-aggregator/{uuid.uuid4()}")
    _standing(call)[arn] = {"FindingAggregatorArn": arn, "FindingAggregationRegion": call.region, **_linked(call)}
    return _standing(call)[arn]


def _linked(call: Call) -> dict[str, Any]:
    mode, regions = call.params["RegionLinkingMode"], call.params.get("Regions") or []
    if (mode in _WITH_REGIONS) != bool(regions):
        raise AwsError("InvalidInputException", f"Regions are needed for the linking modes {', '.join(_WITH_REGIONS)}, and for no other.")
    if call.region in regions:
        raise AwsError("InvalidInputException", f"The aggregation region {call.region} cannot be linked to itself.")
    return {"RegionLinkingMode": mode, "Regions": regions}


def _existing(call: Call) -> dict[str, Any]:
    check_enabled(call)
    found = _standing(call).get(call.params["FindingAggregatorArn"])
    if found is None:
        raise AwsError("ResourceNotFoundException", f"No finding aggregator {call.params['FindingAggregatorArn']} was found.", 404)
    return found


@stub("securityhub", "GetFindingAggregator")
def get(call: Call) -> dict[str, Any]:
    return _existing(call)


@stub("securityhub", "UpdateFindingAggregator")
def update(call: Call) -> dict[str, Any]:
    found = _existing(call)
    if found["FindingAggregationRegion"] != call.region:
        text = f"The finding aggregator can only be changed in its own region {found['FindingAggregationRegion']}."
        raise AwsError("InvalidInputException", text)
    found.update(_linked(call))
    return found


@stub("securityhub", "ListFindingAggregators")
def list_aggregators(call: Call) -> dict[str, Any]:
    check_enabled(call)
    return {"FindingAggregators": [{"FindingAggregatorArn": arn} for arn in _standing(call)]}


@stub("securityhub", "DeleteFindingAggregator")
def delete(call: Call) -> None:
    del _standing(call)[_existing(call)["FindingAggregatorArn"]]
