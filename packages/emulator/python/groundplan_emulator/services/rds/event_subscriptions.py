"""Event subscriptions: what they listen to, and where they tell it.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateEventSubscription.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyEventSubscription.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import before, stub
from . import backend, departures, identifiers

_LONGEST = 255

_OF_DATABASES = (
    "availability,backtrack,backup,configuration change,creation,deletion,failover,failure,low storage,maintenance,notification,"
    "read replica,recovery,restoration,security,security patching"
)
_OF_CLUSTERS = "configuration change,creation,deletion,failover,failure,global-failover,maintenance,migration,notification,serverless"

#: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEventCategories.html
_CATEGORIES = {
    "db-instance": tuple(_OF_DATABASES.split(",")),
    "db-cluster": tuple(_OF_CLUSTERS.split(",")),
    "db-parameter-group": ("configuration change",),
    "db-security-group": ("configuration change", "failure"),
    "db-snapshot": ("creation", "deletion", "notification", "restoration"),
    "db-cluster-snapshot": ("backup", "creation", "deletion", "notification", "restoration"),
    "db-proxy": ("configuration change", "creation", "deletion", "failure"),
    "blue-green-deployment": ("creation", "deletion", "failure", "notification"),
}


@before("rds", "CreateEventSubscription")
def check(call: Call) -> None:
    params = call.params
    params["SubscriptionName"] = identifiers.check("SubscriptionName", params["SubscriptionName"], _LONGEST)
    if params["SubscriptionName"] in backend.of(call).event_subscriptions:
        raise AwsError("SubscriptionAlreadyExist", f"Subscription {params['SubscriptionName']} already exists.")
    _check_topic(call, params["SnsTopicArn"])
    _check_sources(call, params.get("SourceType"), params.get("SourceIds") or [])
    _check_categories(params.get("SourceType"), params.get("EventCategories") or [])
    params["Enabled"] = params.get("Enabled") is not False


def _check_topic(call: Call, arn: str) -> None:
    from moto.sns.models import sns_backends

    parts = arn.split(":")
    if len(parts) < 6 or arn not in sns_backends[parts[4]][parts[3]].topics:
        raise AwsError("SNSTopicArnNotFound", f"SNS topic not found: {arn}", 404)
    if parts[3] != call.region:
        raise AwsError("SNSInvalidTopic", f"The SNS topic {arn} must be in the Region of the subscription.")


def _check_sources(call: Call, kind: str | None, names: list[str]) -> None:
    if kind is not None and kind not in _CATEGORIES:
        raise AwsError("InvalidParameterValue", f"Invalid source type {kind}. Valid source types are: {', '.join(_CATEGORIES)}")
    if names and kind is None:
        raise AwsError("InvalidParameterCombination", "SourceType must be provided when SourceIds are.")
    backend_ = backend.of(call)
    known: dict[str, Any] = {
        "db-instance": {**backend_.databases, **departures.instances(backend_)},
        "db-cluster": {**backend_.clusters, **departures.clusters(backend_)},
        "db-parameter-group": backend_.db_parameter_groups,
        "db-snapshot": backend_.database_snapshots,
        "db-cluster-snapshot": backend_.cluster_snapshots,
        "db-proxy": backend_.db_proxies,
    }
    missing = [name for name in names if name not in known.get(kind or "", names)]
    if missing:
        raise AwsError("SourceNotFound", f"Source not found: {missing[0]} of type {kind}", 404)


def _check_categories(kind: str | None, names: list[str]) -> None:
    known = _CATEGORIES[kind] if kind else [name for names in _CATEGORIES.values() for name in names]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise AwsError("SubscriptionCategoryNotFound", f"Event category not found: {unknown[0]} of source type {kind}", 404)


def _existing(call: Call) -> Any:
    name = call.params["SubscriptionName"]
    found = backend.of(call).event_subscriptions.get(name)
    if found is None:
        raise AwsError("SubscriptionNotFound", f"Event subscription {name} not found.", 404)
    return found


@stub("rds", "ModifyEventSubscription")
def modify(call: Call) -> dict[str, Any]:
    found, params = _existing(call), call.params
    if params.get("SnsTopicArn"):
        _check_topic(call, params["SnsTopicArn"])
        found.sns_topic_arn = params["SnsTopicArn"]
    kind = params.get("SourceType") or found.source_type
    if "EventCategories" in params:
        _check_categories(kind, params["EventCategories"])
        found.event_categories = params["EventCategories"]
    if params.get("SourceType") and params["SourceType"] != found.source_type:
        found.source_type, found.source_ids = params["SourceType"], []
    if params.get("Enabled") is not None:
        found.enabled = params["Enabled"]
    return {"EventSubscription": _shown(found)}


@stub("rds", "AddSourceIdentifierToSubscription", "RemoveSourceIdentifierFromSubscription")
def change_sources(call: Call) -> dict[str, Any]:
    found, name = _existing(call), call.params["SourceIdentifier"]
    if call.operation.startswith("Add"):
        _check_sources(call, found.source_type, [name])
        found.source_ids = [*(one for one in found.source_ids if one != name), name]
    elif name not in found.source_ids:
        raise AwsError("SourceNotFound", f"Source not found: {name}", 404)
    else:
        found.source_ids = [one for one in found.source_ids if one != name]
    return {"EventSubscription": _shown(found)}


def _shown(found: Any) -> dict[str, Any]:
    shown = {
        "CustomerAwsId": found.account_id,
        "CustSubscriptionId": found.subscription_name,
        "SnsTopicArn": found.sns_topic_arn,
        "Status": found.status,
        "SourceType": found.source_type,
        "SourceIdsList": list(found.source_ids),
        "EventCategoriesList": list(found.event_categories),
        "Enabled": bool(found.enabled),
        "EventSubscriptionArn": found.arn,
    }
    return {name: value for name, value in shown.items() if value is not None}


@stub("rds", "DescribeEventCategories")
def categories(call: Call) -> dict[str, Any]:
    wanted = call.params.get("SourceType")
    return {
        "EventCategoriesMapList": [{"SourceType": k, "EventCategories": list(v)} for k, v in _CATEGORIES.items() if wanted in (None, k)]
    }
