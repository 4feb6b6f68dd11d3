"""What containers write by the awslogs driver.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
"""

from __future__ import annotations

import time
from typing import Any

from ...locks import LOCKS

_NO_GROUP = (
    "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch "
    "log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1"
)


def options_of(container: dict[str, Any]) -> dict[str, str] | None:
    logging = container.get("logConfiguration") or {}
    return (logging.get("options") or {}) if logging.get("logDriver") == "awslogs" else None


def cannot_log(container: dict[str, Any], account: str) -> str | None:
    """A container does not start without its group; the driver makes one only if told to."""
    options = options_of(container)
    if options is None:
        return None
    backend, name = _backend(account, options), options.get("awslogs-group", "")
    with LOCKS["logs"]:
        if name in backend.groups:
            return None
        if options.get("awslogs-create-group") != "true":
            return _NO_GROUP
        backend.create_log_group(name, {})
    return None


def write(container: dict[str, Any], account: str, task: str, text: str) -> None:
    """Into the stream prefix/container/task."""
    options = options_of(container)
    if options is None:
        return
    group, stream = options["awslogs-group"], f"{options.get('awslogs-stream-prefix', 'ecs')}/{container['name']}/{task}"
    backend = _backend(account, options)
    with LOCKS["logs"]:
        if group not in backend.groups:
            return
        if stream not in backend.groups[group].streams:
            backend.create_log_stream(group, stream)
        backend.put_log_events(group, stream, [{"timestamp": int(time.time() * 1000), "message": text}])


def _backend(account: str, options: dict[str, str]) -> Any:
    from moto.logs.models import logs_backends

    return logs_backends[account][options["awslogs-region"]]
