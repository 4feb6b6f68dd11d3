"""One service: its settings, and what it answers when it is described.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html
"""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from ...call import AwsError, Call
from . import backend, targets, tasks

#: as AWS keeps them
_MOST_EVENTS = 100

#: settings that a task or a deployment is made from, as the API names them
_OF_TASK = ("launchType", "capacityProviderStrategy", "platformVersion", "platformFamily", "networkConfiguration", "enableExecuteCommand")


class Service:
    """`arn`, `name`, `tags`: moto finds them here to tag a service, and to make it a target of scaling."""

    def __init__(self, call: Call, cluster: Any, settings: dict[str, Any]) -> None:
        self.account, self.region, self.cluster = call.account, call.region, cluster
        self.settings = settings
        self.name: str = settings["serviceName"]
        self.arn = call.arn(f"service/{cluster.name}/{self.name}")
        self.tags: list[dict[str, str]] = []
        self.status = "ACTIVE"
        self.created_at = backend.now()
        self.events: list[dict[str, Any]] = []
        #: newest first; empty under CODE_DEPLOY
        self.deployments: list[Any] = []
        #: empty under ECS
        self.task_sets: list[Any] = []

    @property
    def controller(self) -> str:
        return self.settings["deploymentController"]["type"]

    @property
    def desired_count(self) -> int:
        return self.settings["desiredCount"]

    @property
    def tasks(self) -> list[tasks.Task]:
        """Those that have not stopped."""
        return [task for part in (*self.deployments, *self.task_sets) for task in part.tasks]

    def tell(self, message: str) -> None:
        event = {"id": str(uuid4()), "createdAt": backend.now(), "message": f"(service {self.name}) {message}"}
        self.events = [event, *self.events][:_MOST_EVENTS]

    def order(self, definition: Any, started_by: str, settings: dict[str, Any] | None = None) -> tasks.Order:
        own = {name: self.settings.get(name) for name in _OF_TASK} | (settings or {})
        tags = {"SERVICE": self.tags, "TASK_DEFINITION": definition.tags}.get(self.settings.get("propagateTags") or "", [])
        managed = {"aws:ecs:clusterName": self.cluster.name, "aws:ecs:serviceName": self.name}
        if self.settings.get("enableECSManagedTags"):
            tags = [*tags, *({"key": key, "value": value} for key, value in managed.items())]
        group = f"service:{self.name}"
        return tasks.Order(self.account, self.region, self.cluster, definition, group, started_by, own, tags)

    def started(self, task: tasks.Task) -> None:
        """A task that runs goes behind the load balancer."""
        for balancer in self.load_balancers_of(task):
            targets.register(balancer, task)

    def stop(self, task: tasks.Task, reason: str = "") -> None:
        for balancer in self.load_balancers_of(task):
            targets.deregister(balancer, task)
        text = reason or f"Scaling activity initiated by (deployment {task.order.started_by})"
        task.stop("ServiceSchedulerInitiated", text)

    def load_balancers_of(self, task: tasks.Task) -> list[dict[str, Any]]:
        own = next((part for part in self.task_sets if part.id == task.order.started_by), None)
        return own.load_balancers if own is not None else self.settings.get("loadBalancers") or []

    def described(self, *, tags: bool = False) -> dict[str, Any]:
        settings = {name: value for name, value in self.settings.items() if value is not None}
        if settings.get("capacityProviderStrategy"):
            settings.pop("launchType", None)
        running = sum(task.status == "RUNNING" for task in self.tasks)
        shown = {
            "serviceRegistries": [],
            "loadBalancers": [],
            "placementConstraints": [],
            "placementStrategy": [],
            **{name: value for name, value in settings.items() if name not in ("cluster", "clientToken", "role")},
            "serviceArn": self.arn,
            "clusterArn": self.cluster.arn,
            "status": self.status,
            "runningCount": running,
            "pendingCount": len(self.tasks) - running,
            "createdAt": self.created_at,
            "events": self.events,
            "deployments": [deployment.described() for deployment in self.deployments],
            "taskSets": [task_set.described() for task_set in self.task_sets],
            "tags": self.tags if tags else [],
        }
        shown.pop("serviceConnectConfiguration", None)  # AWS shows it at the deployment alone
        if settings.get("loadBalancers"):
            shown["roleArn"] = f"arn:aws:iam::{self.account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
        return shown


def standing(call: Call) -> dict[str, Service]:
    """moto's own place for services, by cluster:name."""
    return backend.of(call).services


def named(call: Call, name: str, *, active: bool = True) -> Service:
    found = standing(call).get(f"{backend.cluster(call).name}:{name.split('/')[-1]}")
    if found is None:
        raise AwsError("ServiceNotFoundException", "Service not found.")
    if active and found.status != "ACTIVE":
        raise AwsError("ServiceNotActiveException", "Service was not ACTIVE.")
    return found
