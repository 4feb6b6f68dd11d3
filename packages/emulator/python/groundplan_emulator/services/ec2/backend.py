"""moto's own EC2, for rules that must look at what stands."""

from __future__ import annotations

import ipaddress
from typing import Any

from ...call import AwsError, Call


def of(call: Call) -> Any:
    from moto.ec2.models import ec2_backends

    return ec2_backends[call.account][call.region]


def network(cidr: str, parameter: str = "CidrBlock") -> ipaddress.IPv4Network | ipaddress.IPv6Network:
    """A block in its canonical form: AWS turns 100.68.0.18/18 into 100.68.0.0/18.

    https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html
    """
    try:
        return ipaddress.ip_network(cidr, strict=False)
    except ValueError:
        raise AwsError(
            "InvalidParameterValue", f"Value ({cidr}) for parameter {parameter} is invalid. This is not a valid CIDR block."
        ) from None


def subnets(call: Call) -> list[Any]:
    return [subnet for zone in of(call).subnets.values() for subnet in zone.values()]


def subnet(call: Call, name: str) -> Any:
    found = next((subnet for subnet in subnets(call) if subnet.id == name), None)
    if found is None:
        raise AwsError("InvalidSubnetID.NotFound", f"The subnet ID '{name}' does not exist")
    return found


def interfaces(call: Call) -> list[Any]:
    """The network interfaces that stand: a terminated instance's are gone in AWS."""
    return [eni for eni in of(call).enis.values() if eni.instance is None or eni.instance.state != "terminated"]


def blocks(vpc: Any) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    """A VPC's IPv4 blocks."""
    standing = [block for block in vpc.cidr_block_association_set if block["cidr_block_state"]["state"] != "disassociated"]
    return [network(block["cidr_block"]) for block in standing]
