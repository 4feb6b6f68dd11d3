"""Rolling deployments: they start tasks, complete, or fail and are rolled back.

https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-alarm-failure.html
https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html

Each DescribeServices is a step: at the first after a change the tasks are pending, at the second they run and the deployment is
complete, or the first of them have stopped.
"""

from __future__ import annotations

import math
from typing import Any

from . import backend
from .service import Service
from .task_group import TaskGroup

_FEWEST_FAILURES, _MOST_FAILURES = 3, 200


class Deployment(TaskGroup):
    def __init__(self, service: Service, definition: Any) -> None:
        super().__init__(service, definition, {})
        self.status, self.rollout = "PRIMARY", "IN_PROGRESS"
        self.reason = f"ECS deployment {self.id} in progress."
        self.updated_at = self.created_at
        self.completed_once = False
        self.settings = {name: service.settings.get(name) for name in ("networkConfiguration", "serviceConnectConfiguration")}
        self._begun = False

    @property
    def desired(self) -> int:
        return self.service.desired_count if self.status == "PRIMARY" and self.rollout != "FAILED" else 0

    @property
    def _shown_desired(self) -> int:
        if self.status == "PRIMARY":
            return self.service.desired_count
        return 0 if self.rollout == "FAILED" else len(self.tasks)

    @property
    def steady(self) -> bool:
        return self.rollout == "COMPLETED" and self.runs(self.desired)

    def step(self) -> None:
        if self.rollout == "FAILED":
            return
        self.forget_stopped()
        if self._begun:
            self.start_pending()
            if self.rollout == "IN_PROGRESS" and len(self.running) >= self.desired:
                self._complete()
        self._begun = True
        self.scale(self.desired)

    def _complete(self) -> None:
        self.rollout, self.completed_once, self.updated_at = "COMPLETED", True, backend.now()
        if "rolling back" not in self.reason:
            self.reason = f"ECS deployment {self.id} completed."
        self.service.tell(f"(deployment {self.id}) deployment completed.")

    def fail(self, rollout_reason: str, event: str) -> None:
        self.rollout, self.reason, self.updated_at = "FAILED", rollout_reason, backend.now()
        self.service.tell(f"(deployment {self.id}) deployment failed: {event}")
        self.stop_all()

    def take_over_again(self, cause: str) -> None:
        """The service is rolled back to this deployment."""
        self.status, self.rollout, self.updated_at = "PRIMARY", "IN_PROGRESS", backend.now()
        self.reason = f"ECS deployment {cause}: rolling back to deploymentId {self.id}."

    def described(self) -> dict[str, Any]:
        settings, running = self.order.settings, len(self.running)
        shown = {
            "id": self.id,
            "status": self.status,
            "taskDefinition": self.definition.arn,
            "desiredCount": self._shown_desired,
            "pendingCount": len(self.tasks) - running,
            "runningCount": running,
            "failedTasks": self.failures,
            "createdAt": self.created_at,
            "updatedAt": self.updated_at,
            "rolloutState": self.rollout,
            "rolloutStateReason": self.reason,
            **self.settings,
        }
        for name in ("capacityProviderStrategy", "launchType", "platformFamily"):
            shown[name] = settings.get(name)
        if settings.get("platformVersion"):
            shown["platformVersion"] = "1.4.0" if settings["platformVersion"] == "LATEST" else settings["platformVersion"]
        if shown["capacityProviderStrategy"]:
            del shown["launchType"]
        return {name: value for name, value in shown.items() if value is not None}


def begin(service: Service, definition: Any) -> None:
    """Makes a new primary deployment; the ones before it stay until it has completed."""
    for earlier in service.deployments:
        earlier.status = "ACTIVE"
    service.deployments = [Deployment(service, definition), *service.deployments]
    service.settings["taskDefinition"] = definition.arn


def step(service: Service) -> None:
    """What happens between two looks at a service."""
    if service.status != "ACTIVE" or not service.deployments:
        return
    primary, was_steady = service.deployments[0], service.deployments[0].steady
    if primary.rollout == "COMPLETED":
        # a failed deployment is gone from the list once its rollback has completed and been seen
        _drop(service, service.deployments[1:])
    primary.step()
    if primary.rollout == "IN_PROGRESS":
        _judge(service, primary)
    if primary.rollout == "COMPLETED":
        _drop(service, [earlier for earlier in service.deployments[1:] if earlier.rollout != "FAILED"])
    if primary.steady and not was_steady:
        service.tell("has reached a steady state.")


def _drop(service: Service, deployments: list[Deployment]) -> None:
    for deployment in deployments:
        deployment.stop_all()
    service.deployments = [one for one in service.deployments if one not in deployments]


def _judge(service: Service, primary: Deployment) -> None:
    configuration = service.settings["deploymentConfiguration"]
    breaker, alarms = configuration.get("deploymentCircuitBreaker") or {}, configuration.get("alarms") or {}
    most = min(max(math.ceil(service.desired_count * 0.5), _FEWEST_FAILURES), _MOST_FAILURES)
    if primary.failures:
        service.tell("is unable to consistently start tasks successfully.")
    if breaker.get("enable") and primary.failures >= most:
        primary.fail("ECS deployment circuit breaker: tasks failed to start.", "tasks failed to start.")
        _roll_back(service, "circuit breaker", wanted=bool(breaker.get("rollback")))
    elif alarms.get("enable") and _alarming(service, alarms.get("alarmNames") or []):
        primary.fail("ECS deployment alarm: alarm detected.", "alarm detected.")
        _roll_back(service, "alarm", wanted=bool(alarms.get("rollback")))


def _roll_back(service: Service, cause: str, *, wanted: bool) -> None:
    failed = service.deployments[0]
    good = next((one for one in service.deployments[1:] if one.completed_once), None)
    if not wanted or good is None:
        return
    failed.status = "ACTIVE"
    good.take_over_again(cause)
    service.deployments = [good, *(one for one in service.deployments if one is not good)]
    service.settings |= good.settings | {"taskDefinition": good.definition.arn}
    service.tell(f"rolling back to deployment {good.id}.")


def _alarming(service: Service, names: list[str]) -> bool:
    from moto.cloudwatch.models import cloudwatch_backends

    alarms = cloudwatch_backends[service.account][service.region].alarms
    return any(name in alarms and alarms[name].state_value == "ALARM" for name in names)
