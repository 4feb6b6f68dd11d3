"""The network interface of an instance, which holds its subnet and its security groups.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
"""

from __future__ import annotations

from typing import Any

from ...call import Call
from ...locks import LOCKS
from ...rules import after
from . import backend, places

_DESCRIPTION = "RDSNetworkInterface"
_CHANGES = ("CreateDBInstance", "CreateDBInstanceReadReplica", "RestoreDBInstanceFromDBSnapshot", "RestoreDBInstanceToPointInTime")


@after("rds", *_CHANGES, "ModifyDBInstance", "DeleteDBInstance", "CreateDBCluster", "ModifyDBCluster", "DeleteDBCluster")
def follow(call: Call, answer: dict[str, Any]) -> None:
    """One for each instance that stands, none of those that do not."""
    backend_, ec2 = backend.of(call), places.ec2(call)
    placed = backend_.__dict__.setdefault("interfaces", {})
    with LOCKS["ec2"]:
        standing = {instance.dbi_resource_id: instance for instance in backend_.databases.values()}
        for name in [name for name in placed if name not in standing]:
            placed.pop(name).delete()
        for name, instance in standing.items():
            subnet = _subnet(call, instance)
            if name not in placed and subnet is not None:
                placed[name] = _make(ec2, subnet, instance)
            if name in placed:
                placed[name]._group_set = [ec2.get_security_group_from_id(group) for group in instance.vpc_security_group_ids]


def _subnet(call: Call, instance: Any) -> Any:
    group = backend.of(call).subnet_groups.get(getattr(instance, "_db_subnet_group_name", None) or "")
    subnets = [] if group is None else group._subnets
    return next((subnet for subnet in subnets if subnet.availability_zone == instance.availability_zone), None)


def _make(ec2: Any, subnet: Any, instance: Any) -> Any:
    interface = ec2.create_network_interface(subnet, [], group_ids=instance.vpc_security_group_ids, description=_DESCRIPTION)
    interface.requester_managed, interface.requester_id, interface.status = True, "amazon-rds", "in-use"
    return interface
