"""Task definitions: what AWS refuses to register, and what moto forgets.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
"""

from __future__ import annotations

import re
from typing import Any

from ...call import AwsError
from ...rules import after, before
from . import backend, container_checks, secrets, volumes
from .fargate_sizes import SIZES, cpu_units, mebibytes

_ROLE = re.compile(r"(arn:[^:]+:iam::\d{12}:role/.+|[\w+=,.@-]{1,64})")
_FAMILY = re.compile(r"^[A-Za-z0-9_-]{1,255}$")
_GIB_OF_STORAGE = range(21, 201)


@before("ecs", "RegisterTaskDefinition")
def check_definition(call):
    params, containers = call.params, call.params.get("containerDefinitions") or []
    if not _FAMILY.match(params["family"]):
        _refuse(f"Family contains invalid characters: {params['family']}")
    for role in (params.get("executionRoleArn"), params.get("taskRoleArn")):
        if role and not _ROLE.fullmatch(role):
            _refuse("Role is not valid")
    if not containers:
        _refuse("Container list cannot be empty.")
    if all(container.get("essential") is False for container in containers):
        _refuse("At least one container must be marked essential.")
    container_checks.check(containers)
    volumes.check(params.get("volumes") or [], containers)
    _check_logging(containers)
    if any(secrets.named_in(container) for container in containers) and not params.get("executionRoleArn"):
        _refuse("When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.")
    if "FARGATE" in (params.get("requiresCompatibilities") or []):
        _check_fargate(params, containers)
    _check_sums(params, containers)


def _check_logging(containers: list[dict[str, Any]]) -> None:
    for container in containers:
        logging = container.get("logConfiguration") or {}
        options = logging.get("options") or {}
        if logging.get("logDriver") == "awslogs":
            for option in ("awslogs-group", "awslogs-region"):
                if not options.get(option):
                    _refuse(f"Log driver awslogs requires options: {option}")
        if logging.get("logDriver") == "awsfirelens" and not any(one.get("firelensConfiguration") for one in containers):
            _refuse("When a container uses the awsfirelens log driver, a container with a firelensConfiguration must be specified.")


def _check_fargate(params: dict[str, Any], containers: list[dict[str, Any]]) -> None:
    if params.get("networkMode") != "awsvpc":
        _refuse("Fargate only supports network mode ‘awsvpc’.")  # AWS's own quotation marks
    for name in ("cpu", "memory"):
        if not params.get(name):
            _refuse(f"Fargate requires that '{name}' be defined at the task level.")
    if mebibytes(params["memory"]) not in SIZES.get(cpu_units(params["cpu"]) or 0, frozenset()):
        pair = f"{params['cpu']} CPU, {params['memory']} memory"
        _refuse(f"No Fargate configuration exists for given values: {pair}. See the Amazon ECS documentation for the valid values.")
    storage = (params.get("ephemeralStorage") or {}).get("sizeInGiB")
    if storage is not None and storage not in _GIB_OF_STORAGE:
        _refuse("Ephemeral storage size must be between 21 GiB and 200 GiB.")
    volumes.check_fargate(params.get("volumes") or [])
    for container in containers:
        container_checks.check_fargate(container, has_role=bool(params.get("executionRoleArn")))


def _check_sums(params: dict[str, Any], containers: list[dict[str, Any]]) -> None:
    cpu, memory = cpu_units(params.get("cpu") or ""), mebibytes(params.get("memory") or "")
    for container in containers:
        if memory is not None and (container.get("memory") or 0) > memory:
            _refuse(f"The 'memory' setting for container '{container['name']}' is greater than for the task.")
        if container.get("memory") and (container.get("memoryReservation") or 0) > container["memory"]:
            _refuse(f"Invalid setting for container '{container['name']}'. 'memoryReservation' must not exceed 'memory'.")
    if cpu is not None and sum(container.get("cpu") or 0 for container in containers) > cpu:
        _refuse("The total 'cpu' of the containers is greater than for the task.")
    reserved = sum(container.get("memoryReservation") or container.get("memory") or 0 for container in containers)
    if memory is not None and reserved > memory:
        _refuse("The total 'memory' of the containers is greater than for the task.")


def _refuse(text: str) -> None:
    raise AwsError("ClientException", text)


@after("ecs", "RegisterTaskDefinition")
def remember_definition(call, answer):
    shown = answer["taskDefinition"]
    kept = {"registeredAt": backend.now(), "registeredBy": f"arn:aws:iam::{call.account}:root"}
    if call.params.get("enableFaultInjection") is not None:
        kept["enableFaultInjection"] = call.params["enableFaultInjection"]
    call.kind("task definition")[shown["taskDefinitionArn"]] = kept
    shown |= kept
    if call.params.get("tags"):
        answer["tags"] = call.params["tags"]


@before("ecs", "DescribeTaskDefinition")
def newest_active(call):
    """A family means its newest active revision; moto takes one that was deregistered."""
    name = call.params["taskDefinition"]
    if ":" not in name.split("/")[-1]:
        try:
            call.params["taskDefinition"] = backend.task_definition(call, name).arn
        except AwsError:
            raise AwsError("ClientException", "Unable to describe task definition.") from None


@after("ecs", "DescribeTaskDefinition", "DeregisterTaskDefinition")
def show_definition(call, answer):
    shown = answer["taskDefinition"]
    shown |= call.kind("task definition").get(shown["taskDefinitionArn"], {})
    if call.operation == "DeregisterTaskDefinition":
        call.kind("task definition")[shown["taskDefinitionArn"]]["deregisteredAt"] = shown["deregisteredAt"] = backend.now()
