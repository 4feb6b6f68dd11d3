"""Recorders: how often they record, which moto forgets.

https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationRecorder.html
https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingMode.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before

_NEVER_DAILY = "AWS::Config::"


@before("config", "PutConfigurationRecorder")
def check(call: Call) -> None:
    recorder = call.params["ConfigurationRecorder"]
    if not recorder.get("roleARN"):
        raise AwsError("InvalidRoleException", "A customer managed configuration recorder needs the ARN of a role.")
    group = recorder.get("recordingGroup") or {}
    if not (group.get("exclusionByResourceTypes") or {}).get("resourceTypes"):
        group.pop("exclusionByResourceTypes", None)  # an empty list excludes nothing; moto takes it for one that does
    for override in (recorder.get("recordingMode") or {}).get("recordingModeOverrides") or []:
        wrong = [kind for kind in override["resourceTypes"] if kind.startswith(_NEVER_DAILY)]
        if wrong and override["recordingFrequency"] == "DAILY":
            raise AwsError("ValidationException", f"Resource types {wrong} do not support the recording frequency DAILY.")


@after("config", "PutConfigurationRecorder")
def keep_mode(call: Call, answer: dict[str, Any]) -> None:
    recorder = call.params["ConfigurationRecorder"]
    call.kind("mode")[recorder["name"]] = recorder.get("recordingMode") or {"recordingFrequency": "CONTINUOUS"}


@after("config", "DescribeConfigurationRecorders")
def show_mode(call: Call, answer: dict[str, Any]) -> None:
    for recorder in answer.get("ConfigurationRecorders", []):
        recorder["recordingMode"] = call.kind("mode").get(recorder["name"])


@after("config", "DeleteConfigurationRecorder")
def forget(call: Call, answer: dict[str, Any]) -> None:
    call.kind("mode").pop(call.params["ConfigurationRecorderName"], None)
