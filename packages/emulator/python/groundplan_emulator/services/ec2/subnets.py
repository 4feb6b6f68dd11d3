"""Subnets.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySubnetAttribute.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteSubnet.html
"""

from ...call import AwsError
from ...rules import after, before, stub
from . import backend

_SMALLEST, _LARGEST = 28, 16

#: attributes that moto has no place for, by the name that DescribeSubnets shows
_KEPT = ("EnableDns64", "MapCustomerOwnedIpOnLaunch", "CustomerOwnedIpv4Pool", "EnableLniAtDeviceIndex")
_NAME_OPTIONS = {
    "PrivateDnsHostnameTypeOnLaunch": "HostnameType",
    "EnableResourceNameDnsARecordOnLaunch": "EnableResourceNameDnsARecord",
    "EnableResourceNameDnsAAAARecordOnLaunch": "EnableResourceNameDnsAAAARecord",
}


@before("ec2", "CreateSubnet")
def check_block(call):
    cidr = call.params.get("CidrBlock")
    if not cidr:
        return
    network = backend.network(cidr)
    if not _LARGEST <= network.prefixlen <= _SMALLEST:
        raise AwsError("InvalidSubnet.Range", f"The CIDR '{cidr}' is invalid.")
    call.params["CidrBlock"] = str(network)


@stub("ec2", "ModifySubnetAttribute")
def modify(call):
    subnet = backend.subnet(call, call.params["SubnetId"])
    changed = {name: value for name, value in call.params.items() if name != "SubnetId" and value is not None}
    if len(changed) != 1:
        raise AwsError("InvalidParameterCombination", "Specify one attribute to modify at a time.")
    name, given = changed.popitem()
    value = given["Value"] if isinstance(given, dict) else given
    if name == "MapPublicIpOnLaunch":
        subnet.map_public_ip_on_launch = value
    elif name == "AssignIpv6AddressOnCreation":
        if value and not subnet.ipv6_cidr_block_associations:
            raise AwsError("InvalidParameterValue", f"The subnet {subnet.id} has no IPv6 CIDR block.")
        subnet.assign_ipv6_address_on_creation = value
    elif name in _NAME_OPTIONS:
        subnet.private_dns_name_options_on_launch[_NAME_OPTIONS[name]] = value
    elif name in _KEPT:
        call.kind("subnet attribute").setdefault(subnet.id, {})[name] = value
    else:
        raise AwsError("InvalidParameterValue", f"{name} is not an attribute that can be modified.")


@after("ec2", "CreateSubnet", "DescribeSubnets", "AssociateSubnetCidrBlock")
def show(call, answer):
    for subnet in answer.get("Subnets", [answer.get("Subnet") or {}]):
        subnet.update(call.kind("subnet attribute").get(subnet.get("SubnetId"), {}))
        if subnet.get("Ipv6Native"):
            subnet.pop("CidrBlock", None)
            subnet["AvailableIpAddressCount"] = 0  # it counts IPv4 addresses
        for association in subnet.get("Ipv6CidrBlockAssociationSet", []):
            _structure_of_state(association)
    if "Ipv6CidrBlockAssociation" in answer:
        _structure_of_state(answer["Ipv6CidrBlockAssociation"])


def _structure_of_state(association):
    """https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SubnetIpv6CidrBlockAssociation.html: moto gives its text."""
    if "associated" in str(association.get("Ipv6CidrBlockState")):
        association["Ipv6CidrBlockState"] = {"State": "associated"}


@before("ec2", "DeleteSubnet")
def refuse_in_use(call):
    name = call.params["SubnetId"]
    backend.subnet(call, name)
    if any(eni.subnet.id == name for eni in backend.interfaces(call)):
        raise AwsError("DependencyViolation", f"The subnet '{name}' has dependencies and cannot be deleted.")


@after("ec2", "DeleteSubnet")
def forget(call, answer):
    call.kind("subnet attribute").pop(call.params["SubnetId"], None)
