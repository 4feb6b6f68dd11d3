"""What a trail records: its event selectors and its insights.

https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutInsightSelectors.html
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetInsightSelectors.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from .trails import existing, find

_SELECTORS, _RESOURCES, _VALUES = 5, 250, 500
_OPERATORS = ("Equals", "StartsWith", "EndsWith", "NotEquals", "NotStartsWith", "NotEndsWith")

#: what a trail records of itself
_DEFAULT = {"ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": [], "ExcludeManagementEventSources": []}


def _invalid(text: str) -> AwsError:
    return AwsError("InvalidEventSelectorsException", text)


@before("cloudtrail", "PutEventSelectors")
def check_events(call: Call) -> None:
    basic, advanced = call.params.get("EventSelectors") or [], call.params.get("AdvancedEventSelectors") or []
    if bool(basic) == bool(advanced):
        raise _invalid("Specify either EventSelectors or AdvancedEventSelectors, with at least one selector.")
    if len(basic) > _SELECTORS:
        raise _invalid(f"A trail can have at most {_SELECTORS} event selectors.")
    if sum(len(data.get("Values") or []) for selector in basic for data in selector.get("DataResources") or []) > _RESOURCES:
        raise _invalid(f"A trail can have at most {_RESOURCES} data resources across all event selectors.")
    for selector in advanced:
        _check_advanced(selector)
    values = (field.get(operator) or [] for selector in advanced for field in selector["FieldSelectors"] for operator in _OPERATORS)
    if sum(map(len, values)) > _VALUES:
        raise _invalid(f"A trail can have at most {_VALUES} values across all advanced event selectors.")


def _check_advanced(selector: dict[str, Any]) -> None:
    fields = {field["Field"]: field for field in selector["FieldSelectors"]}
    categories = fields.get("eventCategory", {}).get("Equals") or []
    if len(categories) != 1:
        raise _invalid("Advanced event selectors require an eventCategory field with exactly one value.")
    if categories == ["Data"] and len(fields.get("resources.type", {}).get("Equals") or []) != 1:
        raise _invalid("Advanced event selectors of data events require a resources.type field with exactly one value.")


@after("cloudtrail", "GetEventSelectors")
def show_default(call: Call, answer: dict[str, Any]) -> None:
    if not answer.get("EventSelectors") and not answer.get("AdvancedEventSelectors"):
        answer["EventSelectors"] = [_DEFAULT]
    for name in ("EventSelectors", "AdvancedEventSelectors"):
        if not answer.get(name):
            answer.pop(name, None)
    for selector in answer.get("EventSelectors", []):
        selector.update({name: value for name, value in _DEFAULT.items() if name not in selector})


@before("cloudtrail", "PutInsightSelectors")
def check_insights(call: Call) -> None:
    trail = existing(call)
    wanted = {selector["InsightType"] for selector in call.params.get("InsightSelectors") or []}
    reads, writes = _management(trail)
    if ("ApiCallRateInsight" in wanted and not writes) or ("ApiErrorRateInsight" in wanted and not (reads or writes)):
        text = f"The trail {trail.trail_name} must log the management events that the Insights types analyze."
        raise AwsError("InvalidInsightSelectorsException", text)


def _management(trail: Any) -> tuple[bool, bool]:
    """Whether the trail records management events that read, and those that write."""
    if trail.advanced_event_selectors:
        fields = [{field["Field"]: field for field in selector["FieldSelectors"]} for selector in trail.advanced_event_selectors]
        found = [one for one in fields if one["eventCategory"]["Equals"] == ["Management"]]
        only = [(one.get("readOnly", {}).get("Equals") or ["both"])[0] for one in found]
        return any(one != "false" for one in only), any(one != "true" for one in only)
    kinds = {one.get("ReadWriteType", "All") for one in trail.event_selectors or [_DEFAULT] if one.get("IncludeManagementEvents", True)}
    return bool(kinds & {"All", "ReadOnly"}), bool(kinds & {"All", "WriteOnly"})


@before("cloudtrail", "GetInsightSelectors")
def refuse_none(call: Call) -> None:
    trail = find(call, call.params.get("TrailName") or "")
    if trail is not None and not trail.insight_selectors:
        text = f"Trail {trail.trail_name} does not have Insights enabled."
        raise AwsError("InsightNotEnabledException", f"{text} Edit the trail settings to enable Insights, then try the operation again.")
