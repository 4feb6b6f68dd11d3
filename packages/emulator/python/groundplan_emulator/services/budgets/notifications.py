"""When a budget tells, and whom: a notification is known by what it says, and has at least one subscriber.

https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateNotification.html
https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateSubscriber.html
https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Subscriber.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before, stub
from .budgets import existing

_ADDRESSES = {"EMAIL": 10, "SNS": 1}
_KEY = ("NotificationType", "ComparisonOperator", "ThresholdType")


def _key(notification: dict[str, Any]) -> tuple[Any, ...]:
    kind, operator, of = (notification.get(name) for name in _KEY)
    return kind, operator, of or "PERCENTAGE", float(notification["Threshold"])


def _find(call: Call, notification: dict[str, Any]) -> Any:
    budget = existing(call, call.params["BudgetName"])
    return next((one for one in budget.notifications if _key(one.details) == _key(notification)), None)


def _one(call: Call, notification: dict[str, Any]) -> Any:
    found = _find(call, notification)
    if found is None:
        raise AwsError("NotFoundException", "Unable to find the notification - it doesn't exist.")
    return found


def _check_subscribers(subscribers: list[dict[str, str]]) -> None:
    for kind, limit in _ADDRESSES.items():
        if sum(one["SubscriptionType"] == kind for one in subscribers) > limit:
            raise AwsError("CreationLimitExceededException", f"A notification can have at most {limit} subscribers of type {kind}.")
    if len({(one["SubscriptionType"], one["Address"]) for one in subscribers}) < len(subscribers):
        raise AwsError("DuplicateRecordException", "The subscriber already exists.")


@before("budgets", "CreateBudget")
def check_new(call: Call) -> None:
    wanted = call.params.get("NotificationsWithSubscribers") or []
    for one in wanted:
        _check_subscribers(one["Subscribers"])
    if len({_key(one["Notification"]) for one in wanted}) < len(wanted):
        raise AwsError("DuplicateRecordException", "The notification already exists.")


@before("budgets", "CreateNotification")
def check(call: Call) -> None:
    if _find(call, call.params["Notification"]) is not None:
        raise AwsError("DuplicateRecordException", "The notification already exists.")
    _check_subscribers(call.params["Subscribers"])


@stub("budgets", "DeleteNotification")
def delete(call: Call) -> None:
    """moto compares all of it, and finds none whose threshold is written otherwise."""
    found = _one(call, call.params["Notification"])
    existing(call, call.params["BudgetName"]).notifications.remove(found)


@stub("budgets", "UpdateNotification")
def update(call: Call) -> None:
    found, wanted = _one(call, call.params["OldNotification"]), call.params["NewNotification"]
    if _find(call, wanted) not in (None, found):
        raise AwsError("DuplicateRecordException", "The notification already exists.")
    found.details = wanted


@after("budgets", "DescribeNotificationsForBudget")
def show_state(call: Call, answer: dict[str, Any]) -> None:
    for one in answer.get("Notifications", []):
        one.setdefault("ThresholdType", "PERCENTAGE")
        one.setdefault("NotificationState", "OK")


@stub("budgets", "DescribeSubscribersForNotification")
def subscribers(call: Call) -> dict[str, Any]:
    return {"Subscribers": _one(call, call.params["Notification"]).subscribers}


@stub("budgets", "CreateSubscriber")
def subscribe(call: Call) -> None:
    found = _one(call, call.params["Notification"])
    wanted = [*found.subscribers, call.params["Subscriber"]]
    _check_subscribers(wanted)
    found.subscribers = wanted


@stub("budgets", "DeleteSubscriber")
def unsubscribe(call: Call) -> None:
    found = _one(call, call.params["Notification"])
    if call.params["Subscriber"] not in found.subscribers:
        raise AwsError("NotFoundException", "Unable to find the subscriber - it doesn't exist.")
    if len(found.subscribers) == 1:
        raise AwsError("InvalidParameterException", "A notification must have at least one subscriber.")
    found.subscribers.remove(call.params["Subscriber"])
