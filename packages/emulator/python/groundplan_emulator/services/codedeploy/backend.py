"""moto's own CodeDeploy, and what stands in it."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from ...call import AwsError, Call


def of(call: Call) -> Any:
    from moto.codedeploy.models import codedeploy_backends

    return codedeploy_backends[call.account][call.region]


def now() -> datetime:
    return datetime.now(timezone.utc)


def application(call: Call, name: str) -> Any:
    found = of(call).applications.get(name)
    if found is None:
        raise AwsError("ApplicationDoesNotExistException", f"No application found for name: {name}")
    return found


def group(call: Call, application_name: str, name: str) -> Any:
    application(call, application_name)
    found = of(call).deployment_groups.get(application_name, {}).get(name)
    if found is None:
        raise AwsError("DeploymentGroupDoesNotExistException", f"No Deployment Group found for name: {name}")
    return found


def settings(call: Call, group: Any) -> dict[str, Any]:
    """A group's settings by the API's names; moto keeps some of them only."""
    return call.kind("group").setdefault(group.deployment_group_id, {})
