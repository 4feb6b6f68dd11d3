"""Whom anomaly monitors tell: topics at once, mail addresses by the day or week.

https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html
https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CreateAnomalySubscription.html
"""

from __future__ import annotations

import uuid
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import tags
from .anomaly_monitors import existing as monitor

_THRESHOLDS = ("Threshold", "ThresholdExpression")


def _existing(call: Call, arn: str) -> dict[str, Any]:
    found = call.kind("subscription").get(arn)
    if found is None:
        raise AwsError("UnknownSubscriptionException", f"The subscription {arn} does not exist.")
    return found


def _check(call: Call, wanted: dict[str, Any]) -> None:
    for arn in wanted["MonitorArnList"]:
        monitor(call, arn)
    kinds, frequency = {one["Type"] for one in wanted["Subscribers"]}, wanted["Frequency"]
    allowed = "SNS" if frequency == "IMMEDIATE" else "EMAIL"
    if kinds != {allowed}:
        raise AwsError("ValidationException", f"Subscribers of a {frequency} subscription must be of type {allowed}.")
    if allowed == "SNS" and len(wanted["Subscribers"]) > 1:
        raise AwsError("ValidationException", "A subscription can have one subscriber of type SNS.")
    if sum(wanted.get(name) is not None for name in _THRESHOLDS) != 1:
        raise AwsError("ValidationException", "Specify either Threshold or ThresholdExpression.")


@stub("ce", "CreateAnomalySubscription")
def create(call: Call) -> dict[str, str]:
    wanted = {name: value for name, value in call.params["AnomalySubscription"].items() if value is not None}
    _check(call, wanted)
    arn = call.arn(f"anomalysubscription/{uuid.uuid4()}", region="")
    call.kind("subscription")[arn] = {**wanted, "SubscriptionArn": arn, "AccountId": call.account}
    tags.put(call, arn)
    return {"SubscriptionArn": arn}


@stub("ce", "UpdateAnomalySubscription")
def update(call: Call) -> dict[str, str]:
    found = _existing(call, call.params["SubscriptionArn"])
    given = {name: value for name, value in call.params.items() if value is not None}
    kept = {name: value for name, value in found.items() if not (name in _THRESHOLDS and any(one in given for one in _THRESHOLDS))}
    _check(call, {**kept, **given})
    call.kind("subscription")[found["SubscriptionArn"]] = {**kept, **given}
    return {"SubscriptionArn": found["SubscriptionArn"]}


@stub("ce", "GetAnomalySubscriptions")
def get(call: Call) -> dict[str, Any]:
    wanted, of = call.params.get("SubscriptionArnList") or list(call.kind("subscription")), call.params.get("MonitorArn")
    found = [call.kind("subscription")[arn] for arn in wanted if arn in call.kind("subscription")]
    return {"AnomalySubscriptions": [one for one in found if of is None or of in one["MonitorArnList"]]}


@stub("ce", "DeleteAnomalySubscription")
def delete(call: Call) -> None:
    arn = _existing(call, call.params["SubscriptionArn"])["SubscriptionArn"]
    del call.kind("subscription")[arn]
    tags.drop(call, arn)
