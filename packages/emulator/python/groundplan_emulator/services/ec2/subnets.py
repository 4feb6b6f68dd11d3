"""Subnets' IPv6 blocks.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SubnetIpv6CidrBlockAssociation.html: the state is a structure; moto
gives its text.
"""

from ...rules import after


@after("ec2", "CreateSubnet", "DescribeSubnets", "AssociateSubnetCidrBlock")
def structure_of_ipv6_state(call, answer):
    for subnet in answer.get("Subnets", [answer.get("Subnet") or {}]):
        for association in subnet.get("Ipv6CidrBlockAssociationSet", []):
            if "associated" in str(association.get("Ipv6CidrBlockState")):
                association["Ipv6CidrBlockState"] = {"State": "associated"}
