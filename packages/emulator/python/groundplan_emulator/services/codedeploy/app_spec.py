"""The AppSpec of an ECS deployment, JSON or YAML.

https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html#reference-appspec-file-structure-resources-ecs
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_RevisionLocation.html
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import yaml

from ...call import AwsError

_WANTED = "Resources must hold one TargetService of Type AWS::ECS::Service with TaskDefinition and LoadBalancerInfo"


@dataclass(frozen=True)
class AppSpec:
    task_definition: str
    container_name: str
    container_port: int
    #: networkConfiguration, platformVersion, capacityProviderStrategy, as ECS's API names them
    settings: dict[str, Any]
    sha256: str


def read(revision: dict[str, Any] | None) -> AppSpec:
    if not revision:
        raise AwsError("RevisionRequiredException", "Revision is required.")
    if revision.get("revisionType") not in ("AppSpecContent", "String"):
        raise NotImplementedError(f"revisions of type {revision.get('revisionType')}")
    held = revision.get("appSpecContent") or revision.get("string") or {}
    content = held.get("content") or ""
    sha256 = hashlib.sha256(content.encode()).hexdigest()
    if held.get("sha256") not in (None, sha256):
        raise AwsError("InvalidRevisionException", "The SHA256 of the AppSpec content does not match the one that was given.")
    try:
        properties = _properties(yaml.safe_load(content))
        balancer = properties["LoadBalancerInfo"]
        return AppSpec(
            task_definition=str(properties["TaskDefinition"]),
            container_name=str(balancer["ContainerName"]),
            container_port=int(balancer["ContainerPort"]),
            settings=_settings(properties),
            sha256=sha256,
        )
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError):
        raise AwsError("InvalidRevisionException", f"The AppSpec content is invalid: {_WANTED}.") from None


def _properties(document: Any) -> dict[str, Any]:
    parts = {str(name).lower(): part for name, part in document.items()}
    if parts.get("hooks"):
        raise NotImplementedError("an AppSpec's hooks: no function is called here")
    if str(parts["version"]) not in ("0.0", "0", "1", "1.0"):
        raise ValueError("version")
    (resource,) = parts["resources"]
    service = resource["TargetService"]
    if service["Type"] != "AWS::ECS::Service":
        raise ValueError("type")
    return service["Properties"]


def _settings(properties: dict[str, Any]) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    if properties.get("PlatformVersion"):
        settings["platformVersion"] = properties["PlatformVersion"]
    network = (properties.get("NetworkConfiguration") or {}).get("AwsvpcConfiguration")
    if network:
        given = {"subnets": network["Subnets"], "securityGroups": network.get("SecurityGroups") or []}
        settings["networkConfiguration"] = {"awsvpcConfiguration": {**given, "assignPublicIp": network.get("AssignPublicIp") or "DISABLED"}}
    strategy = properties.get("CapacityProviderStrategy")
    if strategy:
        settings["capacityProviderStrategy"] = [
            {"capacityProvider": item["CapacityProvider"], "base": item.get("Base") or 0, "weight": item.get("Weight") or 0}
            for item in strategy
        ]
    return settings
