"""moto's own ECS, for rules that must look at what stands, and names as AWS reads them."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from ...call import AwsError, Call


def of(call: Call) -> Any:
    from moto.ecs.models import ecs_backends

    return ecs_backends[call.account][call.region]


def now() -> datetime:
    return datetime.now(timezone.utc)


def cluster(call: Call, name: str | None = None) -> Any:
    """The active cluster that the call's own parameter names, "default" where it names none."""
    wanted = (name or call.params.get("cluster") or "default").split("/")[-1]
    found = of(call).clusters.get(wanted)
    if found is None or found.status != "ACTIVE":
        raise AwsError("ClusterNotFoundException", "Cluster not found.")
    return found


def task_definition(call: Call, name: str) -> Any:
    """By ARN, "family:revision", or a family's newest active revision.

    https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html (taskDefinition)
    """
    family, _, revision = name.split("/")[-1].partition(":")
    revisions = of(call).task_definitions.get(family, {})
    if revision:
        found = revisions.get(int(revision)) if revision.isdigit() else None
        if found is not None and found.status != "ACTIVE":
            raise AwsError("ClientException", "TaskDefinition is inactive")
    else:
        active = [number for number, definition in revisions.items() if definition.status == "ACTIVE"]
        found = revisions[max(active)] if active else None
    if found is None:
        raise AwsError("ClientException", "TaskDefinition not found.")
    return found


def random_id() -> str:
    from moto.moto_api._internal import mock_random

    return mock_random.get_random_hex(32)


def random_number() -> str:
    from moto.moto_api._internal import mock_random

    return str(mock_random.randint(10**18, 10**19 - 1))
