"""What was deleted is seen once more, as it leaves.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/accessing-monitoring.html#Overview.DBInstance.Status
"""

from __future__ import annotations

from typing import Any

from moto.utilities.utils import CaseInsensitiveDict

from . import looks


def instances(backend: Any) -> Any:
    return backend.__dict__.setdefault("leaving_instances", CaseInsensitiveDict())


def clusters(backend: Any) -> Any:
    return backend.__dict__.setdefault("leaving_clusters", CaseInsensitiveDict())


def leave(leaving: Any, thing: Any) -> None:
    thing.status = "deleting"
    leaving[thing.resource_id] = thing


def shown(standing: list[Any], leaving: Any, wanted: list[Any]) -> list[Any]:
    """What one describe shows: `wanted` of those that leave are gone afterwards."""
    for thing in standing:
        looks.look(thing)
    for thing in wanted:
        leaving.pop(thing.resource_id, None)
    return [*standing, *wanted]
