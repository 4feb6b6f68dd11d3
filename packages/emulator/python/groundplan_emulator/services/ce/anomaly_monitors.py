"""Anomaly monitors: one of an account watches its services.

https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_CreateAnomalyMonitor.html
https://docs.aws.amazon.com/cost-management/latest/userguide/management-limits.html
"""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from ...call import AwsError, Call
from ...rules import stub
from . import tags

_LIMITS = {"DIMENSIONAL": 1, "CUSTOM": 500}


def today() -> str:
    return datetime.datetime.now(datetime.timezone.utc).date().isoformat()


def existing(call: Call, arn: str) -> dict[str, Any]:
    found = call.kind("monitor").get(arn)
    if found is None:
        raise AwsError("UnknownMonitorException", f"The monitor {arn} does not exist.")
    return found


@stub("ce", "CreateAnomalyMonitor")
def create(call: Call) -> dict[str, str]:
    wanted = call.params["AnomalyMonitor"]
    kind = wanted["MonitorType"]
    needed, other = ("MonitorDimension", "MonitorSpecification") if kind == "DIMENSIONAL" else ("MonitorSpecification", "MonitorDimension")
    if not wanted.get(needed) or wanted.get(other):
        raise AwsError("ValidationException", f"A monitor of type {kind} needs {needed}, and no {other}.")
    if sum(one["MonitorType"] == kind for one in call.kind("monitor").values()) >= _LIMITS[kind]:
        raise AwsError("LimitExceededException", f"Limit exceeded on {kind.lower()} spend monitor creation")
    arn = call.arn(f"anomalymonitor/{uuid.uuid4()}", region="")
    call.kind("monitor")[arn] = {**wanted, "MonitorArn": arn, "CreationDate": today(), "LastUpdatedDate": today()}
    tags.put(call, arn)
    return {"MonitorArn": arn}


@stub("ce", "UpdateAnomalyMonitor")
def update(call: Call) -> dict[str, str]:
    found = existing(call, call.params["MonitorArn"])
    found.update(MonitorName=call.params.get("MonitorName") or found["MonitorName"], LastUpdatedDate=today())
    return {"MonitorArn": found["MonitorArn"]}


@stub("ce", "GetAnomalyMonitors")
def get(call: Call) -> dict[str, Any]:
    wanted = call.params.get("MonitorArnList") or list(call.kind("monitor"))
    return {"AnomalyMonitors": [existing(call, arn) for arn in wanted]}


@stub("ce", "DeleteAnomalyMonitor")
def delete(call: Call) -> None:
    arn = existing(call, call.params["MonitorArn"])["MonitorArn"]
    del call.kind("monitor")[arn]
    tags.drop(call, arn)
