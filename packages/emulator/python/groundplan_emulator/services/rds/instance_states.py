"""Instances while they change: what a describe shows, and what must wait.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RebootDBInstance.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from . import backend, looks


def require_available(instance: Any, *also: str) -> None:
    looks.settle(instance)
    if instance.status not in ("available", "storage-optimization", *also):
        raise AwsError("InvalidDBInstanceState", f"Database instance is not in available state. Current state: {instance.status}")


@before("rds", "RebootDBInstance")
def check_reboot(call: Call) -> None:
    instance = backend.instance(call, call.params["DBInstanceIdentifier"])
    require_available(instance)
    if call.params.get("ForceFailover") and not instance.multi_az:
        text = "The requested DB Instance is not Multi-AZ; ForceFailover can't be specified."
        raise AwsError("InvalidParameterCombination", text)


@after("rds", "RebootDBInstance")
def reboot(call: Call, answer: dict[str, Any]) -> None:
    """Static parameters, and a group that was changed, take effect now."""
    instance = backend.instance(call, call.params["DBInstanceIdentifier"])
    instance.parameter_status = "in-sync"
    looks.enter(instance, "rebooting")
    answer["DBInstance"]["DBInstanceStatus"] = "rebooting"


@before("rds", "StopDBInstance")
def check_stop(call: Call) -> None:
    """https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_StopInstance.html#USER_StopInstance.Limitations"""
    instance = backend.instance(call, call.params["DBInstanceIdentifier"])
    require_available(instance)
    if backend.is_member(instance):
        text = f"DB instance {instance.db_instance_identifier} belongs to a DB cluster; stop the cluster instead."
        raise AwsError("InvalidDBInstanceState", text)
    if instance.is_replica or instance.replicas:
        text = "Cannot stop a DB instance that is a read replica or has read replicas."
        raise AwsError("InvalidDBInstanceState", text)


@after("rds", "StopDBInstance")
def stop(call: Call, answer: dict[str, Any]) -> None:
    looks.enter(backend.instance(call, call.params["DBInstanceIdentifier"]), "stopping")
    answer["DBInstance"]["DBInstanceStatus"] = "stopping"


@before("rds", "StartDBInstance")
def settle(call: Call) -> None:
    looks.settle(backend.instance(call, call.params["DBInstanceIdentifier"]))


@after("rds", "StartDBInstance")
def start(call: Call, answer: dict[str, Any]) -> None:
    looks.enter(backend.instance(call, call.params["DBInstanceIdentifier"]), "starting")
    answer["DBInstance"]["DBInstanceStatus"] = "starting"
