"""A new name of an instance, wherever the old one was written down.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_RenameInstance.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...rules import after
from . import backend


@after("rds", "ModifyDBInstance")
def rename(call: Call, answer: dict[str, Any]) -> None:
    new, old = call.params.get("NewDBInstanceIdentifier"), call.params["DBInstanceIdentifier"].split(":")[-1].lower()
    if not new:
        return
    instance = backend.instance(call, new)
    _tell_replicas(call, instance, old)
    if instance.is_replica:
        there = backend.of(call, backend.region_of(instance.source_db_instance_identifier))
        source = there.databases[instance.source_db_instance_identifier.split(":")[-1]]
        source.replicas = [_renamed(name, old, new) for name in source.replicas]
    for proxy in backend.of(call).db_proxies.values():
        for target in proxy.proxy_target_groups["default"].targets:
            if target.rds_resource_id == old:
                target.rds_resource_id = new


def _tell_replicas(call: Call, instance: Any, old: str) -> None:
    for name in instance.replicas:
        replica = backend.of(call, backend.region_of(name)).databases.get(name.split(":")[-1])
        if replica is not None:
            replica.source_db_instance_identifier = _renamed(replica.source_db_instance_identifier, old, instance.db_instance_identifier)


def _renamed(name: str, old: str, new: str) -> str:
    """An identifier, or an ARN that ends in one."""
    head, colon, last = name.rpartition(":")
    return f"{head}{colon}{new if last == old else last}"
