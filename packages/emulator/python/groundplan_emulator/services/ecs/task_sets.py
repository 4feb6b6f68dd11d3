"""Task sets: what a service under CODE_DEPLOY runs in place of deployments.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskSet.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html
"""

from __future__ import annotations

from typing import Any

from ...rules import stub
from . import service as services
from .task_group import TaskGroup

#: what task sets of one service may differ in
_OWN = ("loadBalancers", "networkConfiguration", "launchType", "capacityProviderStrategy", "platformVersion", "platformFamily")


class TaskSet(TaskGroup):
    def __init__(self, service: services.Service, definition: Any, settings: dict[str, Any]) -> None:
        """`settings`: what differs from the service's own, and externalId, by the API's names."""
        super().__init__(service, definition, {name: value for name, value in settings.items() if value is not None})
        self.settings = settings
        self.arn = f"{service.arn.replace(':service/', ':task-set/')}/{self.id}"
        self.status = "ACTIVE" if service.task_sets else "PRIMARY"
        self._begun = False

    @property
    def load_balancers(self) -> list[dict[str, Any]]:
        return self.settings.get("loadBalancers") or self.service.settings.get("loadBalancers") or []

    @property
    def steady(self) -> bool:
        return self.runs(self.service.desired_count)

    def step(self) -> None:
        self.forget_stopped()
        if self._begun:
            self.start_pending()
        self._begun = True
        self.scale(self.service.desired_count)

    def described(self) -> dict[str, Any]:
        running, settings = len(self.running), self.order.settings
        shown = {
            "id": self.id,
            "taskSetArn": self.arn,
            "serviceArn": self.service.arn,
            "clusterArn": self.service.cluster.arn,
            "startedBy": "CODE_DEPLOY",
            "externalId": self.settings.get("externalId"),
            "status": self.status,
            "taskDefinition": self.definition.arn,
            "computedDesiredCount": self.service.desired_count,
            "pendingCount": len(self.tasks) - running,
            "runningCount": running,
            "createdAt": self.created_at,
            "updatedAt": self.created_at,
            "launchType": None if settings.get("capacityProviderStrategy") else settings.get("launchType"),
            "capacityProviderStrategy": settings.get("capacityProviderStrategy"),
            "platformVersion": "1.4.0" if settings.get("platformVersion") else None,
            "networkConfiguration": settings.get("networkConfiguration"),
            "loadBalancers": self.load_balancers,
            "serviceRegistries": [],
            "scale": {"value": 100.0, "unit": "PERCENT"},
            "stabilityStatus": "STEADY_STATE" if self.steady else "STABILIZING",
            "stabilityStatusAt": self.created_at,
            "tags": [],
        }
        return {name: value for name, value in shown.items() if value is not None}


def begin(service: services.Service, definition: Any, settings: dict[str, Any]) -> TaskSet:
    made = TaskSet(service, definition, settings)
    service.task_sets = [*service.task_sets, made]
    return made


def first(service: services.Service, definition: Any) -> TaskSet:
    """The one that CreateService makes."""
    return begin(service, definition, {name: service.settings.get(name) for name in _OWN})


def primary(service: services.Service) -> TaskSet:
    return next(one for one in service.task_sets if one.status == "PRIMARY")


def make_primary(service: services.Service, chosen: TaskSet) -> None:
    """The service's own task definition, load balancer and placement are its primary task set's."""
    for one in service.task_sets:
        one.status = "PRIMARY" if one is chosen else "ACTIVE"
    own = {name: value for name, value in chosen.settings.items() if name != "externalId"}
    service.settings |= own | {"taskDefinition": chosen.definition.arn}


def delete(service: services.Service, one: TaskSet) -> None:
    one.stop_all()
    service.task_sets = [other for other in service.task_sets if other is not one]


def step(service: services.Service) -> None:
    """What happens between two looks at the service; a replacement's own steps are its deployment's."""
    if service.status != "ACTIVE" or not service.task_sets:
        return
    chosen, was_steady = primary(service), primary(service).steady
    chosen.step()
    if chosen.steady and not was_steady:
        service.tell("has reached a steady state.")


@stub("ecs", "DescribeTaskSets")
def describe_task_sets(call):
    service, wanted = services.named(call, call.params["service"]), call.params.get("taskSets") or []
    found = [one.described() for one in service.task_sets if not wanted or one.arn in wanted or one.id in wanted]
    return {"taskSets": found, "failures": []}


@stub("ecs", "CreateTaskSet", "UpdateTaskSet", "DeleteTaskSet", "UpdateServicePrimaryTaskSet")
def change_task_sets(call):
    raise NotImplementedError("task sets of an EXTERNAL controller")
