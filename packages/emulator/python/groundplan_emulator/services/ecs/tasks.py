"""Tasks: their life from PROVISIONING to STOPPED.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-lifecycle-explanation.html
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html (stopCode, stoppedReason)

A service's tasks take a step with each DescribeServices, those of RunTask with each DescribeTasks: no clock decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ...call import Call
from ...store import STORE
from . import containers
from .backend import now, random_id
from .interfaces import Interface

EXITED = "Essential container in task exited"


@dataclass(frozen=True)
class Order:
    """What a service, a task set or RunTask asks for."""

    account: str
    region: str
    cluster: Any
    definition: Any
    group: str
    started_by: str | None
    #: launchType, capacityProviderStrategy, platformVersion, networkConfiguration, enableExecuteCommand, as the API names them
    settings: dict[str, Any]
    tags: list[dict[str, str]] = field(default_factory=list)
    overrides: dict[str, Any] = field(default_factory=dict)


class Task:
    def __init__(self, order: Order) -> None:
        self.order, self.id = order, random_id()
        self.arn = f"arn:aws:ecs:{order.region}:{order.account}:task/{order.cluster.name}/{self.id}"
        self.tags = list(order.tags)
        self.status = self.desired_status = "PROVISIONING"
        self.desired_status = "RUNNING"
        self.stop_code = self.stopped_reason = None
        self.created_at, self.started_at, self.stopped_at = now(), None, None
        self.containers = containers.of_task(order.definition, order.overrides, self.arn, self.id)
        self.interface = self._attach()
        for container in self.containers:
            if self.interface is not None:
                container.network = [{"attachmentId": self.interface.attachment, "privateIpv4Address": self.interface.address}]
        of(order.account, order.region)[self.arn] = self

    def _attach(self) -> Interface | None:
        network = self.order.settings.get("networkConfiguration")
        if not network or self.order.definition.network_mode != "awsvpc":
            return None
        turn = len(of(self.order.account, self.order.region))
        return Interface(self.order.account, self.order.region, network, turn)

    @property
    def family(self) -> str:
        return self.order.definition.family

    def start(self) -> None:
        """Pulls and runs; stops where AWS would."""
        if self.status not in ("PROVISIONING", "PENDING"):
            return
        problem = containers.cannot_start(self.containers, self.order.account, self.order.region)
        if problem is not None:
            self.stop("TaskFailedToStart", problem)
            return
        self.status, self.started_at = "RUNNING", now()
        for container in self.containers:
            container.run(self.order.account, self.id)

    @property
    def over(self) -> bool:
        """Whether an essential container of a running task has ended."""
        return self.status == "RUNNING" and any(one.essential and one.status == "STOPPED" for one in self.containers)

    def stop(self, code: str, reason: str) -> None:
        if self.status == "STOPPED":
            return
        for container in self.containers:
            container.end()
        self.status = self.desired_status = "STOPPED"
        self.stop_code, self.stopped_reason, self.stopped_at = code, reason, now()
        if self.interface is not None:
            self.interface.delete()

    def described(self, *, tags: bool = False) -> dict[str, Any]:
        definition, settings = self.order.definition, self.order.settings
        shown = {
            "taskArn": self.arn,
            "clusterArn": self.order.cluster.arn,
            "taskDefinitionArn": definition.arn,
            "group": self.order.group,
            "startedBy": self.order.started_by,
            "lastStatus": self.status,
            "desiredStatus": self.desired_status,
            "connectivity": "CONNECTED",
            "cpu": definition.cpu,
            "memory": definition.memory,
            "enableExecuteCommand": bool(settings.get("enableExecuteCommand")),
            "healthStatus": "UNKNOWN",
            "createdAt": self.created_at,
            "startedAt": self.started_at,
            "stoppedAt": self.stopped_at,
            "stopCode": self.stop_code,
            "stoppedReason": self.stopped_reason,
            "overrides": {"containerOverrides": [], **self.order.overrides},
            "attachments": [self.interface.described(standing=self.status != "STOPPED")] if self.interface else [],
            "availabilityZone": self.interface.zone if self.interface else f"{self.order.region}a",
            "containers": [container.described(self.arn) for container in self.containers],
            "tags": self.tags if tags else [],
            "version": 1,
            **_capacity(settings),
        }
        return {name: value for name, value in shown.items() if value is not None}


def _capacity(settings: dict[str, Any]) -> dict[str, Any]:
    strategy = settings.get("capacityProviderStrategy")
    if strategy:
        provider = max(strategy, key=lambda item: (item.get("base") or 0, item.get("weight") or 0))["capacityProvider"]
        fargate = provider.startswith("FARGATE")
        own = {"capacityProviderName": provider, "launchType": "FARGATE" if fargate else "EC2"}
    else:
        own = {"launchType": settings.get("launchType") or "EC2"}
    if own["launchType"] == "FARGATE":
        own |= {"platformVersion": "1.4.0", "platformFamily": "Linux"}
    return own


def of(account: str, region: str) -> dict[str, Task]:
    """Every task of an account's region by its ARN; those that stopped too (AWS keeps them for an hour at least)."""
    return STORE.kind(account, region, "ecs", "task")


def in_call(call: Call) -> dict[str, Task]:
    return of(call.account, call.region)
