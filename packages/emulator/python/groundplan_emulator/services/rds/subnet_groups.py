"""Subnet groups: two zones at least, one VPC, and none goes that is in use.

https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBSubnetGroup.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBSubnetGroup.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from ...rules import after, before
from ..ec2 import backend as ec2
from . import backend, places

_LEAST_ZONES, _LONGEST = 2, 255


@before("rds", "CreateDBSubnetGroup")
def check(call: Call) -> None:
    name = call.params["DBSubnetGroupName"]
    if (
        name.lower() == "default"
        or len(name) > _LONGEST
        or not name.replace("-", "").replace("_", "").replace(".", "").replace(" ", "").isalnum()
    ):
        text = "The parameter DBSubnetGroupName is not valid; it must contain letters, numbers, periods, underscores, spaces, or hyphens."
        raise AwsError("InvalidParameterValue", text)
    if name in backend.of(call).subnet_groups:
        raise AwsError("DBSubnetGroupAlreadyExists", f"The DB subnet group '{name}' already exists.")
    if not call.params.get("DBSubnetGroupDescription"):
        raise AwsError("InvalidParameterValue", "The parameter DBSubnetGroupDescription must be provided and must not be blank.")
    _check_subnets(call)


def _check_subnets(call: Call) -> str:
    """The VPC of all of them."""
    subnets = [_subnet(call, name) for name in call.params["SubnetIds"]]
    vpcs = sorted({subnet.vpc_id for subnet in subnets})
    if len(vpcs) > 1:
        raise AwsError("InvalidSubnet", f"Some input subnets are in different VPCs: {vpcs}.")
    zones = sorted({subnet.availability_zone for subnet in subnets})
    if len(zones) < _LEAST_ZONES:
        text = "The DB subnet group doesn't meet Availability Zone (AZ) coverage requirement."
        where = f"Current AZ coverage: {', '.join(zones)}. Add subnets to cover at least {_LEAST_ZONES} AZs."
        raise AwsError("DBSubnetGroupDoesNotCoverEnoughAZs", f"{text} {where}")
    return vpcs[0]


def _subnet(call: Call, name: str) -> Any:
    found = next((subnet for subnet in ec2.subnets(call) if subnet.id == name), None)
    if found is None:
        raise AwsError("InvalidSubnet", f"Subnet IDs are required. The subnet '{name}' does not exist.")
    return found


@before("rds", "ModifyDBSubnetGroup")
def check_change(call: Call) -> None:
    group = places.subnet_group(call, call.params["DBSubnetGroupName"])
    vpc = _check_subnets(call)
    users = _users(call, group.name)
    if vpc != group.vpc_id and users:
        raise AwsError("InvalidSubnet", f"The new Subnets are not in the same Vpc as the existing subnet group. {group.vpc_id}")
    zones = {_subnet(call, name).availability_zone for name in call.params["SubnetIds"]}
    left = [instance for instance in users if getattr(instance, "availability_zone", None) not in (None, *zones)]
    if left:
        text = f"Some of the subnets to be deleted are currently in use: {left[0].availability_zone}"
        raise AwsError("SubnetAlreadyInUse", text)
    call.notes["group"] = group


@after("rds", "ModifyDBSubnetGroup")
def keep(call: Call, answer: dict[str, Any]) -> None:
    """moto takes the group away and forgets to put it back."""
    group = call.notes["group"]
    backend.of(call).subnet_groups[group.name] = group


@before("rds", "DeleteDBSubnetGroup")
def refuse_in_use(call: Call) -> None:
    group = places.subnet_group(call, call.params["DBSubnetGroupName"])
    users = _users(call, group.name)
    if users:
        text = f"Cannot delete the subnet group '{group.name}' because at least one database"
        user = users[0]
        kind = "instance" if hasattr(user, "db_instance_identifier") else "cluster"
        raise AwsError("InvalidDBSubnetGroupStateFault", f"{text} {kind}: {user.resource_id} is still using it.")


def _users(call: Call, name: str) -> list[Any]:
    instances = [one for one in backend.of(call).databases.values() if getattr(one, "_db_subnet_group_name", None) == name]
    clusters = [one for one in backend.of(call).clusters.values() if one.db_subnet_group_name == name]
    return [*instances, *clusters]
