"""The subnets and security groups that a load balancer may have.

https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html#API_CreateLoadBalancer_Errors
"""

from dataclasses import dataclass

from ...call import AwsError
from . import backend


@dataclass(frozen=True)
class Place:
    kind: str
    scheme: str
    addresses: str


def named_subnets(params):
    return [*(params.get("Subnets") or []), *(mapping["SubnetId"] for mapping in params.get("SubnetMappings") or [])]


def check_subnets(call, place, names):
    """Their VPC's id."""
    subnets = [_subnet(call, name) for name in names]
    vpcs = {subnet.vpc_id for subnet in subnets}
    if len(vpcs) > 1:
        raise AwsError("InvalidSubnet", f"All subnets must belong to the same VPC: '{', '.join(sorted(vpcs))}'")
    zones = [subnet.availability_zone for subnet in subnets]
    if len(set(zones)) != len(zones):
        text = "A load balancer cannot be attached to multiple subnets in the same Availability Zone"
        raise AwsError("InvalidConfigurationRequest", text)
    if len(zones) < (2 if place.kind == "application" else 1):
        raise AwsError("ValidationError", "At least two subnets in two different Availability Zones must be specified")
    vpc = vpcs.pop()
    if place.addresses.startswith("dualstack") and not all(subnet.ipv6_cidr_block_associations for subnet in subnets):
        raise AwsError("ValidationError", "You must specify subnets with an associated IPv6 CIDR block.")
    if place.scheme == "internet-facing" and not _has_gateway(call, vpc):
        raise AwsError("InvalidSubnet", f"VPC {vpc} has no internet gateway")
    return vpc


def _subnet(call, name):
    found = next((zone[name] for zone in backend.ec2(call).subnets.values() if name in zone), None)
    if found is None:
        raise AwsError("SubnetNotFound", f"The subnet ID '{name}' does not exist")
    return found


def _has_gateway(call, vpc):
    return any(gateway.vpc is not None and gateway.vpc.id == vpc for gateway in backend.ec2(call).internet_gateways.values())


def check_security_groups(call, names, vpc):
    for name in names:
        group = backend.ec2(call).get_security_group_from_id(name)
        if group is None:
            raise AwsError("InvalidSecurityGroup", f"The security group '{name}' does not exist")
        if group.vpc_id != vpc:
            raise AwsError("InvalidConfigurationRequest", f"One or more security groups are invalid: '{name}' is not in VPC '{vpc}'")
    return names
