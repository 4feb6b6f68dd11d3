"""Configurations of brokers, which moto lacks: each change is a revision more.

https://docs.aws.amazon.com/msk/1.0/apireference/configurations.html
https://docs.aws.amazon.com/msk/1.0/apireference/configurations-arn.html
"""

from __future__ import annotations

import datetime
import re
import uuid
from typing import Any

from ...call import AwsError, Call
from ...rules import stub

_NAME = re.compile(r"^[0-9A-Za-z][0-9A-Za-z-]*$")


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)


def existing(call: Call, arn: str) -> dict[str, Any]:
    found = call.kind("configuration").get(arn)
    if found is None:
        raise AwsError("BadRequestException", f"Configuration ARN does not exist: {arn}")
    return found


def _revision(call: Call, number: int) -> dict[str, Any]:
    kept = {"Revision": number, "CreationTime": _now(), "Description": call.params.get("Description") or ""}
    return {**kept, "properties": call.params["ServerProperties"]}


def _latest(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found["revisions"][-1].items() if name != "properties"}


@stub("kafka", "CreateConfiguration")
def create(call: Call) -> dict[str, Any]:
    name = call.params["Name"]
    if not _NAME.match(name):
        raise AwsError("BadRequestException", "Configuration name is invalid: it has letters, digits and hyphens.")
    if any(one["Name"] == name for one in call.kind("configuration").values()):
        raise AwsError("ConflictException", f"A resource with name {name} already exists.", 409)
    arn = call.arn(f"configuration/{name}/{uuid.uuid4()}-1")
    shown = {"Arn": arn, "Name": name, "State": "ACTIVE", "CreationTime": _now(), "KafkaVersions": call.params.get("KafkaVersions") or []}
    call.kind("configuration")[arn] = {**shown, "Description": call.params.get("Description") or "", "revisions": [_revision(call, 1)]}
    return {**shown, "LatestRevision": _latest(call.kind("configuration")[arn])}


@stub("kafka", "UpdateConfiguration")
def update(call: Call) -> dict[str, Any]:
    found = existing(call, call.params["Arn"])
    found["revisions"].append(_revision(call, len(found["revisions"]) + 1))
    return {"Arn": found["Arn"], "LatestRevision": _latest(found)}


@stub("kafka", "DescribeConfiguration")
def describe(call: Call) -> dict[str, Any]:
    found = existing(call, call.params["Arn"])
    return {**{name: value for name, value in found.items() if name != "revisions"}, "LatestRevision": _latest(found)}


@stub("kafka", "DescribeConfigurationRevision")
def revision(call: Call) -> dict[str, Any]:
    found, number = existing(call, call.params["Arn"]), int(call.params["Revision"])
    if not 1 <= number <= len(found["revisions"]):
        raise AwsError("NotFoundException", f"The revision {number} does not exist.", 404)
    kept = found["revisions"][number - 1]
    shown = {name: kept[name] for name in ("Revision", "CreationTime", "Description")}
    return {**shown, "Arn": found["Arn"], "ServerProperties": kept["properties"]}


@stub("kafka", "DeleteConfiguration")
def delete(call: Call) -> dict[str, Any]:
    arn = existing(call, call.params["Arn"])["Arn"]
    if any((one.get("ConfigurationInfo") or {}).get("Arn") == arn for one in call.kind("cluster").values()):
        raise AwsError("BadRequestException", "The configuration is in use by one or more clusters.")
    del call.kind("configuration")[arn]
    return {"Arn": arn, "State": "DELETING"}
