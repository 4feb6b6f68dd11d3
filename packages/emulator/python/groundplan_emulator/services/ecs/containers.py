"""What becomes of a task's containers: started, not started, or ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from . import images, logs, program, secrets

_TERMINATED = 143  # SIGTERM, which ends the other containers of a task with the essential one


@dataclass
class Container:
    definition: dict[str, Any]
    arn: str
    runtime_id: str
    status: str = "PENDING"
    exit_code: int | None = None
    reason: str | None = None
    network: list[dict[str, Any]] = field(default_factory=list)

    @property
    def essential(self) -> bool:
        return self.definition.get("essential") is not False

    def described(self, task: str) -> dict[str, Any]:
        shown = {
            "containerArn": self.arn,
            "taskArn": task,
            "name": self.definition["name"],
            "image": self.definition["image"],
            "runtimeId": self.runtime_id,
            "lastStatus": self.status,
            "networkBindings": [],
            "networkInterfaces": self.network,
            "healthStatus": "HEALTHY" if self.definition.get("healthCheck") and self.status == "RUNNING" else "UNKNOWN",
            "cpu": str(self.definition.get("cpu", 0)),
        }
        if self.definition.get("memory"):
            shown["memory"] = str(self.definition["memory"])
        if self.exit_code is not None:
            shown["exitCode"] = self.exit_code
        if self.reason is not None:
            shown["reason"] = self.reason
        return shown

    def run(self, account: str, task: str) -> bool:
        """Starts it; whether it ended at once."""
        ended = program.exit_of(self.definition)
        self.status = "RUNNING"
        if ended is None:
            return False
        if ended.text:
            logs.write(self.definition, account, task, ended.text)
        self.status, self.exit_code = "STOPPED", ended.code
        return True

    def end(self, exit_code: int = _TERMINATED) -> None:
        if self.status == "RUNNING":
            self.exit_code = exit_code
        self.status = "STOPPED"


def of_task(definition: Any, overrides: dict[str, Any], arn: str, task_id: str) -> list[Container]:
    """A task's containers, with what RunTask overrides in them."""
    changed = {override.get("name"): override for override in overrides.get("containerOverrides") or []}
    made = []
    for number, original in enumerate(definition.container_definitions):
        override = {name: value for name, value in (changed.get(original["name"]) or {}).items() if value is not None}
        container = {**original, **{name: value for name, value in override.items() if name in ("command", "cpu", "memory")}}
        own = arn.replace(":task/", ":container/")
        made.append(Container(container, f"{own}/{uuid4()}", f"{task_id}-{1000000000 + number}"))
    return made


def cannot_start(containers: list[Container], account: str, region: str) -> str | None:
    """Why the task stops before its containers run; the container that is at fault keeps the reason where AWS puts it there."""
    for container in containers:
        for name in secrets.named_in(container.definition):
            problem = secrets.unavailable(name, account, region)
            if problem is not None:
                return problem
    for container in containers:
        problem = images.cannot_pull(container.definition["image"])
        if problem is not None:
            container.reason = problem
            return problem
    return next(filter(None, (logs.cannot_log(container.definition, account) for container in containers)), None)
