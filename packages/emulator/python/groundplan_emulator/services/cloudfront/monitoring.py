"""Additional metrics of a distribution.

https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateMonitoringSubscription.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import backend, distributions


@stub("cloudfront", "CreateMonitoringSubscription")
def create(call: Call) -> dict[str, Any]:
    name = distributions.existing(call, call.params["DistributionId"])["id"]
    backend.kept(call.account, "monitoring")[name] = call.params["MonitoringSubscription"]
    return {"MonitoringSubscription": call.params["MonitoringSubscription"]}


@stub("cloudfront", "GetMonitoringSubscription", "DeleteMonitoringSubscription")
def existing(call: Call) -> dict[str, Any]:
    name, kept = distributions.existing(call, call.params["DistributionId"])["id"], backend.kept(call.account, "monitoring")
    if name not in kept:
        raise AwsError("NoSuchMonitoringSubscription", "A monitoring subscription does not exist for the specified distribution.", 404)
    return {"MonitoringSubscription": kept[name]} if call.operation.startswith("Get") else kept.pop(name) and {}
