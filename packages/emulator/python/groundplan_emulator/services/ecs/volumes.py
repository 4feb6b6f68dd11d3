"""What AWS refuses of a task's volumes.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError


def check(volumes: list[dict[str, Any]], containers: list[dict[str, Any]]) -> None:
    names = [volume.get("name") for volume in volumes]
    for name in names:
        if names.count(name) > 1:
            _refuse(f"Volume name must be unique within a task definition: {name}")
    for container in containers:
        for mount in container.get("mountPoints") or []:
            if mount.get("sourceVolume") not in names:
                _refuse(f"Unknown volume '{mount.get('sourceVolume')}'.")
    for volume in volumes:
        _check_efs(volume.get("efsVolumeConfiguration") or {})


def _check_efs(given: dict[str, Any]) -> None:
    authorization, encrypted = given.get("authorizationConfig") or {}, given.get("transitEncryption") == "ENABLED"
    if authorization.get("iam") == "ENABLED" and not encrypted:
        _refuse("Transit encryption must be enabled if Amazon EFS IAM authorization is used.")
    if authorization.get("accessPointId") and not encrypted:
        _refuse("Transit encryption must be enabled if an EFS access point is used.")
    if authorization.get("accessPointId") and given.get("rootDirectory") not in (None, "", "/"):
        _refuse("If an EFS access point is used, the root directory must be omitted or set to '/'.")
    if given.get("transitEncryptionPort") and not encrypted:
        _refuse("A transit encryption port needs transit encryption.")


def check_fargate(volumes: list[dict[str, Any]]) -> None:
    for volume in volumes:
        if (volume.get("host") or {}).get("sourcePath"):
            _refuse("Fargate compatible task definitions do not support sourcePath")
        if volume.get("dockerVolumeConfiguration"):
            _refuse("Fargate compatible task definitions do not support dockerVolumeConfiguration")


def _refuse(text: str) -> None:
    raise AwsError("ClientException", text)
