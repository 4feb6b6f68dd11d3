"""What AWS refuses of a container: alone, and beside the others of its task.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError
from . import images

_NAME = re.compile(r"[A-Za-z0-9_-]{1,255}")
_PORT_NAME = re.compile(r"[a-z0-9_][a-z0-9_-]{0,63}")
_LOG_DRIVERS = frozenset({"awslogs", "splunk", "awsfirelens"})  # of Fargate
_LONGEST_STOP = 120
_HEALTH_CHECK = {"interval": (5, 300), "timeout": (2, 120), "retries": (1, 10), "startPeriod": (0, 300)}
_CONDITIONS = ("START", "COMPLETE", "SUCCESS", "HEALTHY")
_NOT_OF_FARGATE = ("devices", "sharedMemorySize", "maxSwap", "swappiness")


def check(containers: list[dict[str, Any]]) -> None:
    names = [container.get("name") or "" for container in containers]
    for container in containers:
        name = container.get("name") or ""
        if not _NAME.fullmatch(name):
            _refuse(f"Container name contains invalid characters: {name}")
        if names.count(name) > 1:
            _refuse(f"Container name must be unique within a task definition: {name}")
        if not container.get("image"):
            _refuse("Container.image should not be null or empty.")
        _check_variables(container)
        _check_health(container)
        _check_dependencies(container, containers)
    _check_port_names(containers)
    _check_circles(containers)


def _check_variables(container: dict[str, Any]) -> None:
    variables = {variable.get("name") for variable in container.get("environment") or []}
    secrets = [secret["name"] for secret in container.get("secrets") or []]
    for name in secrets:
        if secrets.count(name) > 1:
            _refuse(f"Duplicate secret names found: {name}. Each secret name must be unique.")
        if name in variables:
            text = "The secret name must be unique and not shared with any new or existing environment variables set on the container"
            _refuse(f"{text}, such as '{name}'.")


def _check_health(container: dict[str, Any]) -> None:
    given = container.get("healthCheck")
    if given is None:
        return
    if not given.get("command"):
        _refuse("Health check command should not be null or empty.")
    for name, (low, high) in _HEALTH_CHECK.items():
        if given.get(name) is not None and not low <= given[name] <= high:
            _refuse(f"The health check {name} must be between {low} and {high}.")


def _check_dependencies(container: dict[str, Any], containers: list[dict[str, Any]]) -> None:
    named = {one.get("name"): one for one in containers}
    for dependency in container.get("dependsOn") or []:
        name, condition = dependency["containerName"], dependency["condition"]
        if name not in named:
            _refuse(f"Cannot depend on container + '{name}' because it does not exist")
        if condition not in _CONDITIONS:
            _refuse(f"Invalid dependency condition {condition}; use one of {', '.join(_CONDITIONS)}.")
        if condition in ("COMPLETE", "SUCCESS") and named[name].get("essential") is not False:
            _refuse("A dependency container with SUCCESS or COMPLETE condition cannot be an essential container")


def _check_circles(containers: list[dict[str, Any]]) -> None:
    """Takes away, round by round, what waits for nothing that is left."""
    waiting = {one["name"]: {other["containerName"] for other in one.get("dependsOn") or []} for one in containers}
    while waiting:
        free = [name for name, others in waiting.items() if not others & waiting.keys()]
        if not free:
            _refuse(f"Container dependencies cannot be cyclic: {', '.join(sorted(waiting))}")
        for name in free:
            del waiting[name]


def _check_port_names(containers: list[dict[str, Any]]) -> None:
    mappings = [mapping for container in containers for mapping in container.get("portMappings") or []]
    names = [mapping["name"] for mapping in mappings if mapping.get("name")]
    for name in names:
        if not _PORT_NAME.fullmatch(name):
            _refuse(f"The portMappings name {name} must have 1 to 64 lower case letters, digits, hyphens and underscores.")
        if names.count(name) > 1:
            _refuse(f"The portMappings name {name} must be unique within a task definition.")
    if any(mapping.get("appProtocol") and not mapping.get("name") for mapping in mappings):
        _refuse("When appProtocol is specified in a port mapping, its name must be too.")


def check_fargate(container: dict[str, Any], *, has_role: bool) -> None:
    _check_fargate_logs(container, has_role=has_role)
    if images.in_ecr(container.get("image") or "") and not has_role:
        _refuse("Fargate requires task definition to have execution role ARN to support ECR images.")
    if container.get("privileged"):
        _refuse("Fargate does not support privileged containers.")
    if (container.get("stopTimeout") or 0) > _LONGEST_STOP:
        _refuse(f"The stopTimeout of a container on Fargate must be at most {_LONGEST_STOP} seconds.")
    linux = container.get("linuxParameters") or {}
    if set((linux.get("capabilities") or {}).get("add") or []) - {"SYS_PTRACE"}:
        _refuse("Fargate only supports adding the SYS_PTRACE capability.")
    for name in _NOT_OF_FARGATE:
        if linux.get(name):
            _refuse(f"Fargate compatible task definitions do not support {name}")
    for mapping in container.get("portMappings") or []:
        if mapping.get("hostPort") not in (None, 0, mapping.get("containerPort")):
            _refuse("When networkMode=awsvpc, the host ports and container ports in port mappings must match.")


def _check_fargate_logs(container: dict[str, Any], *, has_role: bool) -> None:
    driver = (container.get("logConfiguration") or {}).get("logDriver")
    if driver is not None and driver not in _LOG_DRIVERS:
        _refuse(f"Fargate does not support log driver {driver}.")
    if driver == "awslogs":
        if not container["logConfiguration"]["options"].get("awslogs-stream-prefix"):
            _refuse("Fargate requires option awslogs-stream-prefix for log driver awslogs.")
        if not has_role:
            _refuse("Fargate requires task definition to have execution role ARN to support log driver awslogs.")


def _refuse(text: str) -> None:
    raise AwsError("ClientException", text)
