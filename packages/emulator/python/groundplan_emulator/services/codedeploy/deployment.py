"""One deployment: the replacement task set, the traffic, and the way back.

https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-steps-ecs.html
https://docs.aws.amazon.com/codedeploy/latest/userguide/deployments-rollback-and-redeploy.html
https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentInfo.html

Each GetDeployment is a step: Created, InProgress (the replacement runs behind the test listener), Ready where the group waits, InProgress
for each share of the traffic, InProgress again where the original waits for its termination, Succeeded.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...call import AwsError, Call
from ...locks import LOCKS
from ..ecs import backend as ecs
from ..ecs import interfaces, targets, task_sets
from ..ecs.capacity import checked_capacity
from . import backend, services
from .app_spec import AppSpec
from .traffic import Pair

ACTIVE = ("Created", "Queued", "InProgress", "Baking", "Ready")
_TIMEOUT = "The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes."


@dataclass
class Plan:
    """What a deployment is made from; `shares` are the percentages of traffic, one after the other."""

    call: Call
    group: Any
    settings: dict[str, Any]
    spec: AppSpec
    configuration: str
    shares: list[int]
    description: str | None


class Deployment:
    def __init__(self, number: str, plan: Plan) -> None:
        self.id, self.plan, self.group = number, plan, plan.group
        self.status, self.creator = "Created", "user"
        self.error: dict[str, str] | None = None
        self.rollback: dict[str, str] = {}
        self.created_at, self.started_at, self.completed_at = backend.now(), None, None
        named = plan.settings["ecsServices"][0]
        self.service = services.find(plan.call, named["clusterName"], named["serviceName"])
        self.pair = Pair(plan.call, plan.settings["loadBalancerInfo"])
        self.original = task_sets.primary(self.service)
        self.replacement: task_sets.TaskSet | None = None
        self.shifted = 0
        self._shares, self._stage = list(plan.shares), "created"
        self.previous = self.original.definition.arn

    @property
    def active(self) -> bool:
        return self.status in ACTIVE

    @property
    def waits_for_termination(self) -> bool:
        return self._stage == "terminating" and self.active

    @property
    def blue(self) -> str:
        return self.original.load_balancers[0]["targetGroupArn"]

    @property
    def green(self) -> str:
        return self.pair.other(self.blue)

    def step(self) -> None:
        if not self.active or self.status == "Ready":
            return
        if self._stage == "created":
            self._stage = "install"
            return
        self.status, self.started_at = "InProgress", self.started_at or backend.now()
        try:
            with LOCKS["ecs"]:
                self._check_alarms()
                getattr(self, f"_{self._stage}")()
        except AwsError as problem:
            self.end("Stopped" if problem.code == "ALARM_ACTIVE" else "Failed", problem.code, problem.message)

    def proceed(self) -> None:
        """Out of Ready, or of the wait for the original's termination."""
        if self.status == "Ready":
            self.status = "InProgress"
        else:
            self._terminating()

    def _install(self) -> None:
        call = services.ecs_call(self.plan.call)
        definition, spec = self._checked("The ECS service cannot be updated due to an unexpected error", self._definition), self.plan.spec
        self.pair.check(self.blue)
        for leftover in [one for one in self.service.task_sets if one is not self.original]:
            task_sets.delete(self.service, leftover)
        balancer = {"targetGroupArn": self.green, "containerName": spec.container_name, "containerPort": spec.container_port}
        settings = {**spec.settings, "externalId": self.id, "loadBalancers": [balancer]}
        if "capacityProviderStrategy" in settings:
            settings |= {"launchType": None, **checked_capacity(settings, self.service.cluster, definition)}
        if "networkConfiguration" in settings:
            settings["networkConfiguration"] = interfaces.checked(settings["networkConfiguration"], definition, call.account, call.region)
        self.replacement = task_sets.begin(self.service, definition, settings)
        if self.pair.test is not None:
            self.pair.route(self.pair.test, {self.green: 100})
        for _ in ("pending", "running"):
            self.replacement.step()
        if self.replacement.failures:
            raise AwsError("TIMEOUT", _TIMEOUT)
        self._stage = "shift"
        ready = (self.plan.settings.get("blueGreenDeploymentConfiguration") or {}).get("deploymentReadyOption") or {}
        if ready.get("actionOnTimeout") == "STOP_DEPLOYMENT":
            self.status = "Ready"

    def _definition(self) -> Any:
        call, spec = services.ecs_call(self.plan.call), self.plan.spec
        definition = ecs.task_definition(call, spec.task_definition)
        targets.check_container({"containerName": spec.container_name, "containerPort": spec.container_port}, definition)
        return definition

    @staticmethod
    def _checked(text: str, look: Any) -> Any:
        try:
            return look()
        except AwsError as problem:
            raise AwsError("ECS_UPDATE_ERROR", f"{text}: {problem.message}") from None

    def _shift(self) -> None:
        self.shifted = self._shares.pop(0)
        self.pair.route(self.pair.production, {self.green: self.shifted, self.blue: 100 - self.shifted})
        if self._shares:
            return
        assert self.replacement is not None
        task_sets.make_primary(self.service, self.replacement)
        self._stage = "terminating"
        if not self._termination_wait:
            self._terminating()

    @property
    def _termination_wait(self) -> int:
        options = self.plan.settings.get("blueGreenDeploymentConfiguration") or {}
        return (options.get("terminateBlueInstancesOnDeploymentSuccess") or {}).get("terminationWaitTimeInMinutes") or 0

    def _terminating(self) -> None:
        task_sets.delete(self.service, self.original)
        self._stage = "done"
        self.status, self.completed_at = "Succeeded", backend.now()

    def _check_alarms(self) -> None:
        from moto.cloudwatch.models import cloudwatch_backends

        wanted = self.plan.settings.get("alarmConfiguration") or {}
        alarms = cloudwatch_backends[self.plan.call.account][self.plan.call.region].alarms
        names = [alarm["name"] for alarm in wanted.get("alarms") or []] if wanted.get("enabled") else []
        ringing = [name for name in names if name in alarms and alarms[name].state_value == "ALARM"]
        if ringing:
            text = "One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected "
            raise AwsError("ALARM_ACTIVE", f"{text}deployments have been stopped. Activated alarms: <{', '.join(ringing)}>")

    def end(self, status: str, code: str, message: str) -> None:
        self.status, self.completed_at = status, backend.now()
        self.error = {"code": code, "message": message}

    def go_back(self) -> None:
        """All traffic to the original task set, which is the primary again; the replacement goes."""
        with LOCKS["ecs"]:
            if self.replacement is None:
                return
            for listener in filter(None, (self.pair.production, self.pair.test)):
                self.pair.route(listener, {self.blue: 100})
            self.shifted = 0
            task_sets.make_primary(self.service, self.original)
            task_sets.delete(self.service, self.replacement)

    def summary(self) -> dict[str, Any]:
        shown = {"deploymentId": self.id, "status": self.status, "createTime": self.created_at, "endTime": self.completed_at}
        return {name: value for name, value in shown.items() if value is not None}
