"""Tasks of one revision that a service keeps at a number: what deployments and task sets have in common."""

from __future__ import annotations

from typing import Any

from . import backend, tasks
from .service import Service
from .task_roles import not_assumable


class TaskGroup:
    def __init__(self, service: Service, definition: Any, settings: dict[str, Any]) -> None:
        """`settings`: in what its tasks differ from the service's others."""
        self.service, self.definition = service, definition
        self.id = f"ecs-svc/{backend.random_number()}"
        self.created_at = backend.now()
        #: those that have not stopped
        self.tasks: list[tasks.Task] = []
        #: how many have not come to run, and the last of them that stopped
        self.failures, self.failed_task = 0, None
        self.order = service.order(definition, self.id, settings)

    @property
    def running(self) -> list[tasks.Task]:
        return [task for task in self.tasks if task.status == "RUNNING"]

    def runs(self, count: int) -> bool:
        return len(self.tasks) == len(self.running) == count

    def start_pending(self) -> None:
        for task in [task for task in self.tasks if task.status == "PENDING"]:
            task.start()
            if task.over:
                task.stop("EssentialContainerExited", tasks.EXITED)
            if task.status == "STOPPED":
                self.failures, self.failed_task = self.failures + 1, task
            else:
                self.service.started(task)
        self.forget_stopped()

    def forget_stopped(self) -> None:
        """A task that a caller stopped is replaced."""
        self.tasks = [task for task in self.tasks if task.status != "STOPPED"]

    def scale(self, count: int) -> None:
        missing = count - len(self.tasks)
        if missing > 0:
            self._launch(missing)
        for task in self.tasks[count:]:
            self.service.stop(task)
        self.forget_stopped()

    def _launch(self, count: int) -> None:
        problem = not_assumable(self.definition, self.service.account, self.service.region)
        if problem is not None:
            self.failures += count
            self.service.tell(f"failed to launch a task with (error {problem}).")
            return
        made = [tasks.Task(self.order) for _ in range(count)]
        for task in made:
            task.status = "PENDING"
        self.tasks += made
        self.service.tell(f"has started {count} tasks: {' '.join(f'(task {task.id})' for task in made)}.")

    def stop_all(self) -> None:
        for task in self.tasks:
            self.service.stop(task)
        self.tasks = []
