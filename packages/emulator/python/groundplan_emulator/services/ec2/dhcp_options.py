"""The DHCP options that a region has by default, and that a VPC has until it is given others.

https://docs.aws.amazon.com/vpc/latest/userguide/DHCPOptionSet.html
"""

from ...rules import after, before
from . import backend


@before("ec2", "DescribeDhcpOptions")
def stand_by_default(call):
    _default(call)


@after("ec2", "CreateVpc", "DescribeVpcs")
def show_default(call, answer):
    for vpc in answer.get("Vpcs", [answer.get("Vpc") or {}]):
        if vpc.get("DhcpOptionsId") in (None, "", "default") or not str(vpc["DhcpOptionsId"]).startswith("dopt-"):
            vpc["DhcpOptionsId"] = _default(call)


def _default(call):
    kept, ec2 = call.kind("default dhcp options"), backend.of(call)
    if kept.get("id") not in ec2.dhcp_options_sets:
        suffix = "ec2.internal" if call.region == "us-east-1" else f"{call.region}.compute.internal"
        kept["id"] = ec2.create_dhcp_options(domain_name=[suffix], domain_name_servers=["AmazonProvidedDNS"]).id
    return kept["id"]
