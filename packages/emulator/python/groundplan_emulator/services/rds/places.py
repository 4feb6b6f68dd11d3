"""Where a database stands: its subnet group's VPC, its security groups, its zone.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
"""

from __future__ import annotations

from typing import Any

from ...call import AwsError, Call
from . import backend


def ec2(call: Call) -> Any:
    from moto.ec2.models import ec2_backends

    return ec2_backends[call.account][call.region]


def subnet_group(call: Call, name: str) -> Any:
    found = backend.of(call).subnet_groups.get(name)
    if found is None:
        raise AwsError("DBSubnetGroupNotFoundFault", f"DBSubnetGroup {name} not found.", 404)
    return found


def zones(group: Any) -> list[str]:
    return sorted({subnet.availability_zone for subnet in group._subnets})


def vpc(call: Call, group_name: str | None) -> str:
    """The VPC of a subnet group; without one, the default VPC."""
    if group_name:
        return subnet_group(call, group_name).vpc_id
    default = ec2(call).default_vpc
    if default is None:
        text = "No default subnet detected in VPC. Please contact AWS Support to recreate default Subnets."
        raise AwsError("InvalidVPCNetworkStateFault", text)
    return default.id


def complete_groups(call: Call, vpc_id: str) -> None:
    """Security groups are of the database's VPC; without any it gets the VPC's default one."""
    params = call.params
    for name in params.get("VpcSecurityGroupIds") or []:
        found = ec2(call).get_security_group_from_id(name)
        if found is None:
            raise AwsError("InvalidParameterValue", f"Invalid security group , groupId= {name}, groupName=.")
        if found.vpc_id != vpc_id:
            where = f"The DB instance is in {vpc_id} and the EC2 security group is in {found.vpc_id}"
            raise AwsError("InvalidVPCNetworkStateFault", f"The DB instance and EC2 security group are in different VPCs. {where}")
    if not params.get("VpcSecurityGroupIds"):
        params["VpcSecurityGroupIds"] = [ec2(call).get_default_security_group(vpc_id).id]


def zone(call: Call, group_name: str | None) -> str:
    """The zone of a new instance, one of its subnet group's."""
    wanted = call.params.get("AvailabilityZone")
    if wanted and call.params.get("MultiAZ"):
        raise AwsError("InvalidParameterCombination", "Requesting a specific availability zone is not valid for Multi-AZ instances.")
    offered = zones(subnet_group(call, group_name)) if group_name else [f"{call.region}{letter}" for letter in "abc"]
    if wanted and wanted not in offered:
        text = f"Cannot create a database instance because a subnet does not exist in the requested availability zone. Available: {offered}"
        raise AwsError("InvalidVPCNetworkStateFault", text)
    return wanted or offered[0]


def check_public(call: Call, vpc_id: str) -> None:
    if not call.params.get("PubliclyAccessible"):
        return
    gateways = [attached for gateway in ec2(call).internet_gateways.values() for attached in [gateway.vpc] if attached is not None]
    if all(attached.id != vpc_id for attached in gateways):
        why = "The specified VPC has no internet gateway attached. Update the VPC and then try again"
        raise AwsError("InvalidVPCNetworkStateFault", f"Cannot create a publicly accessible DBInstance. {why}")
