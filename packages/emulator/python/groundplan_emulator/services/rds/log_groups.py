"""Log groups: RDS makes those that are missing for what it exports, and makes them again while it does.

So a group that is made after its database is there already, and one that goes before it comes back and stays.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.monitoring.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...call import Call
from ...locks import LOCKS
from ...rules import after
from . import backend

_INSTANCES = ("CreateDBInstance", "ModifyDBInstance", "CreateDBInstanceReadReplica")
_RESTORES = ("RestoreDBInstanceFromDBSnapshot", "RestoreDBInstanceToPointInTime")
_CLUSTERS = ("CreateDBCluster", "ModifyDBCluster", "RestoreDBClusterFromSnapshot", "RestoreDBClusterToPointInTime")


@after("rds", *_INSTANCES, *_RESTORES, *_CLUSTERS, "CreateDBProxy")
def make_missing(call: Call, answer: dict[str, Any]) -> None:
    from moto.logs.models import logs_backends

    logs = logs_backends[call.account][call.region]
    with LOCKS["logs"]:
        for name in _written_to(call):
            if name not in logs.groups:
                logs.create_log_group(name, {})


def _written_to(call: Call) -> Iterator[str]:
    there = backend.of(call)
    for instance in there.databases.values():
        if not backend.is_member(instance):
            yield from (f"/aws/rds/instance/{instance.db_instance_identifier}/{log}" for log in instance.enabled_cloudwatch_logs_exports)
    for cluster in there.clusters.values():
        yield from (f"/aws/rds/cluster/{cluster.db_cluster_identifier}/{log}" for log in cluster.enabled_cloudwatch_logs_exports)
    yield from (f"/aws/rds/proxy/{name}" for name in there.db_proxies)


@after("logs", "DeleteLogGroup")
def make_again(call: Call, answer: dict[str, Any]) -> None:
    from moto.logs.models import logs_backends

    name = call.params.get("logGroupName")
    if name in set(_written_to(call)):
        logs_backends[call.account][call.region].create_log_group(name, {})
