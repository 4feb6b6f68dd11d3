"""Features of a detector: all are on from the start but runtime monitoring, and a change of one leaves the others.

https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html
https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-feature-object-api-changes-march2023.html
"""

from __future__ import annotations

import datetime
from typing import Any

from ...call import Call
from ...rules import after, before
from .detectors import bad

_ALWAYS = ("CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS")
OPTIONAL = ("S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS")
MORE = {
    "EKS_RUNTIME_MONITORING": ("EKS_ADDON_MANAGEMENT",),
    "RUNTIME_MONITORING": ("EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"),
}


@before("guardduty", "CreateDetector", "UpdateDetector")
def check(call: Call) -> None:
    for feature in call.params.get("Features") or []:
        name = feature.get("Name")
        if name not in (*OPTIONAL, *MORE):
            raise bad(f"because the feature {name} is not supported.")
        unknown = [one["Name"] for one in feature.get("AdditionalConfiguration") or [] if one["Name"] not in MORE.get(name, ())]
        if unknown:
            raise bad(f"because the additional configurations {unknown} do not belong to the feature {name}.")
    enabled = {one["Name"] for one in call.params.get("Features") or [] if one.get("Status") == "ENABLED"}
    if enabled >= set(MORE):
        raise bad("because both RUNTIME_MONITORING and EKS_RUNTIME_MONITORING are enabled; choose one.")


@after("guardduty", "CreateDetector", "UpdateDetector")
def keep(call: Call, answer: dict[str, Any]) -> None:
    detector = call.params.get("DetectorId") or answer["DetectorId"]
    kept = call.kind("feature").setdefault(detector, _initial() if call.operation == "CreateDetector" else {})
    for name, status in _of_data_sources(call.params.get("DataSources") or {}):
        kept[name] = _feature(name, status)
    for feature in call.params.get("Features") or []:
        more = {one["Name"]: one["Status"] for one in feature.get("AdditionalConfiguration") or []}
        kept[feature["Name"]] = _feature(feature["Name"], feature["Status"], {**_standing(kept, feature["Name"]), **more})


def _initial() -> dict[str, dict[str, Any]]:
    status = dict.fromkeys((*_ALWAYS, *OPTIONAL), "ENABLED") | dict.fromkeys(MORE, "DISABLED")
    return {name: _feature(name, value) for name, value in status.items()}


def _feature(name: str, status: str, more: dict[str, str] | None = None) -> dict[str, Any]:
    now = datetime.datetime.now(datetime.timezone.utc)
    feature: dict[str, Any] = {"Name": name, "Status": status, "UpdatedAt": now}
    if name in MORE:
        statuses = {one: (more or {}).get(one, "DISABLED") for one in MORE[name]}
        feature["AdditionalConfiguration"] = [{"Name": one, "Status": value, "UpdatedAt": now} for one, value in statuses.items()]
    return feature


def _standing(kept: dict[str, Any], name: str) -> dict[str, str]:
    return {one["Name"]: one["Status"] for one in (kept.get(name) or {}).get("AdditionalConfiguration", [])}


def _of_data_sources(sources: dict[str, Any]) -> list[tuple[str, str]]:
    """The older way to say it."""
    found = {
        "S3_DATA_EVENTS": sources.get("S3Logs", {}).get("Enable"),
        "EKS_AUDIT_LOGS": sources.get("Kubernetes", {}).get("AuditLogs", {}).get("Enable"),
        "EBS_MALWARE_PROTECTION": sources.get("MalwareProtection", {}).get("ScanEc2InstanceWithFindings", {}).get("EbsVolumes"),
    }
    return [(name, "ENABLED" if value else "DISABLED") for name, value in found.items() if value is not None]


@after("guardduty", "GetDetector")
def show(call: Call, answer: dict[str, Any]) -> None:
    kept = call.kind("feature").get(call.params["DetectorId"], {})
    answer["Features"] = list(kept.values())

    def status(name: str) -> dict[str, str]:
        return {"Status": kept[name]["Status"]}

    if kept:
        answer["DataSources"] = {
            "CloudTrail": status("CLOUD_TRAIL"),
            "DNSLogs": status("DNS_LOGS"),
            "FlowLogs": status("FLOW_LOGS"),
            "S3Logs": status("S3_DATA_EVENTS"),
            "Kubernetes": {"AuditLogs": status("EKS_AUDIT_LOGS")},
            "MalwareProtection": {"ScanEc2InstanceWithFindings": {"EbsVolumes": status("EBS_MALWARE_PROTECTION")}},
        }


@after("guardduty", "DeleteDetector")
def forget(call: Call, answer: dict[str, Any]) -> None:
    call.kind("feature").pop(call.params["DetectorId"], None)
