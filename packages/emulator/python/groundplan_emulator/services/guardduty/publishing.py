"""Destinations of findings, which moto lacks: a bucket and a key that let GuardDuty write.

The first look at one shows it before its bucket was tried.

https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreatePublishingDestination.html
https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
"""

from __future__ import annotations

import secrets
from typing import Any

from ...call import Call
from ...grants import Request, lets, of_account
from ...rules import after, stub
from . import tags
from .detectors import bad, existing

_SERVICE = "guardduty.amazonaws.com"


@stub("guardduty", "CreatePublishingDestination")
def create(call: Call) -> dict[str, str]:
    existing(call)
    standing = _of_detector(call)
    if any(one["DestinationType"] == call.params["DestinationType"] for one in standing.values()):
        raise bad(f"because a publishing destination of type {call.params['DestinationType']} already exists.")
    _check(call, call.params["DestinationProperties"])
    name = secrets.token_hex(16)
    standing[name] = {
        "DestinationId": name,
        "DestinationType": call.params["DestinationType"],
        "DestinationProperties": call.params["DestinationProperties"],
        "Status": "PENDING_VERIFICATION",
        "PublishingFailureStartTimestamp": 0,
    }
    tags.put(call, _arn(call, name), call.params.get("Tags") or {})
    return {"DestinationId": name}


def _of_detector(call: Call) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = call.kind("destination").setdefault(call.params["DetectorId"], {})
    return found


def _arn(call: Call, name: str) -> str:
    return call.arn(f"detector/{call.params['DetectorId']}/publishingDestination/{name}")


def _one(call: Call) -> dict[str, Any]:
    existing(call)
    found = _of_detector(call).get(call.params["DestinationId"])
    if found is None:
        raise bad("because the one or more input parameters have invalid values.")
    return found


def _check(call: Call, properties: dict[str, str]) -> None:
    from moto.kms.models import kms_backends
    from moto.s3.models import s3_backends

    bucket, _, prefix = properties["DestinationArn"].split(":::")[-1].partition("/")
    context = of_account(call.account, call.arn(f"detector/{call.params['DetectorId']}"))
    partition, owner = s3_backends.bucket_accounts.get(bucket, (None, None))
    policy = s3_backends[owner][partition].buckets[bucket].policy if owner else None
    target = f"arn:aws:s3:::{bucket}/{f'{prefix}/' if prefix else ''}AWSLogs/{call.account}/GuardDuty/{call.region}/findings.jsonl.gz"
    parts = properties["KmsKeyArn"].split(":")
    key = kms_backends[parts[4]][parts[3]].keys.get(parts[5].split("/")[-1])
    if not lets(policy, Request(_SERVICE, "s3:PutObject", target, context)) or not (
        key is not None and lets(key.policy, Request(_SERVICE, "kms:GenerateDataKey", key.arn, context))
    ):
        text = (
            "since the GuardDuty service principal does not have permission to the KMS key or the resource specified by the destinationArn"
        )
        text = f"{text} parameter. Refer to https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html"
        call.refuse(bad(text))


@stub("guardduty", "DescribePublishingDestination")
def describe(call: Call) -> dict[str, Any]:
    found = _one(call)
    shown = {**found, "Tags": tags.of(call, _arn(call, found["DestinationId"]))}
    found["Status"] = "PUBLISHING"
    return shown


@stub("guardduty", "UpdatePublishingDestination")
def update(call: Call) -> None:
    found = _one(call)
    properties = {**found["DestinationProperties"], **(call.params.get("DestinationProperties") or {})}
    _check(call, properties)
    found.update(DestinationProperties=properties, Status="PENDING_VERIFICATION")


@stub("guardduty", "ListPublishingDestinations")
def list_destinations(call: Call) -> dict[str, Any]:
    existing(call)
    wanted = ("DestinationId", "DestinationType", "Status")
    return {"Destinations": [{name: one[name] for name in wanted} for one in _of_detector(call).values()]}


@stub("guardduty", "DeletePublishingDestination")
def delete(call: Call) -> None:
    name = _one(call)["DestinationId"]
    del _of_detector(call)[name]
    tags.drop(call, _arn(call, name))


@after("guardduty", "DeleteDetector")
def forget(call: Call, answer: dict[str, Any]) -> None:
    call.kind("destination").pop(call.params["DetectorId"], None)
