"""Filters of findings: their number and their tags, which moto forgets.

https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateFilter.html
https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_limits.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import after, before, stub
from . import tags
from .detectors import bad, existing

_LIMIT = 100


@before("guardduty", "CreateFilter")
def check(call: Call) -> None:
    filters = existing(call).filters
    if call.params["Name"] in filters:
        raise bad("because the given filterName has already existed.")
    if len(filters) >= _LIMIT:
        raise bad(f"because the number of filters has reached its limit of {_LIMIT}.")


def _arn(call: Call) -> str:
    name = call.params.get("FilterName") or call.params.get("Name")
    return call.arn(f"detector/{call.params['DetectorId']}/filter/{name}")


@after("guardduty", "CreateFilter")
def keep_tags(call: Call, answer: dict[str, Any]) -> None:
    tags.put(call, _arn(call), call.params.get("Tags") or {})


@after("guardduty", "GetFilter")
def show_tags(call: Call, answer: dict[str, Any]) -> None:
    answer["Tags"] = tags.of(call, _arn(call))


@after("guardduty", "DeleteFilter")
def forget(call: Call, answer: dict[str, Any]) -> None:
    tags.drop(call, _arn(call))


@stub("guardduty", "ListFilters")
def list_filters(call: Call) -> dict[str, Any]:
    return {"FilterNames": list(existing(call).filters)}
