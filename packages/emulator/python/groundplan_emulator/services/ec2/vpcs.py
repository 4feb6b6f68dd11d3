"""VPCs: their blocks, and those that are not empty.

https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateVpcCidrBlock.html
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeleteVpc.html
"""

from ...call import AwsError
from ...rules import before
from . import backend

#: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
_BLOCKS_PER_VPC = 5
_SMALLEST, _LARGEST = 28, 16


@before("ec2", "CreateVpc")
def canonical_block(call):
    if call.params.get("CidrBlock"):
        call.params["CidrBlock"] = str(backend.network(call.params["CidrBlock"]))


@before("ec2", "AssociateVpcCidrBlock")
def check_second_block(call):
    cidr, name = call.params.get("CidrBlock"), call.params["VpcId"]
    vpc = backend.of(call).vpcs.get(name)
    if not cidr or vpc is None:
        return
    network = backend.network(cidr)
    if not _LARGEST <= network.prefixlen <= _SMALLEST:
        raise AwsError("InvalidVpc.Range", f"The CIDR '{cidr}' is invalid.")
    blocks = backend.blocks(vpc)
    if any(network.overlaps(block) for block in blocks):
        raise AwsError("InvalidVpc.Range", f"The CIDR '{cidr}' conflicts with another CIDR block of the VPC.")
    if len(blocks) >= _BLOCKS_PER_VPC:
        raise AwsError("CidrLimitExceeded", f"This network '{name}' has met its maximum number of allowed CIDRs: {_BLOCKS_PER_VPC}")
    call.params["CidrBlock"] = str(network)


@before("ec2", "DeleteVpc")
def refuse_not_empty(call):
    name, ec2 = call.params["VpcId"], backend.of(call)
    stands = [
        *(gateway for gateway in ec2.internet_gateways.values() if gateway.vpc is not None and gateway.vpc.id == name),
        *(group for group in ec2.groups.get(name, {}).values() if not group.is_default),
        *(acl for acl in ec2.network_acls.values() if acl.vpc_id == name and str(acl.default).lower() != "true"),
        *(endpoint for endpoint in ec2.vpc_end_points.values() if endpoint.vpc_id == name and endpoint.state != "deleted"),
    ]
    if stands:
        raise AwsError("DependencyViolation", f"The vpc '{name}' has dependencies and cannot be deleted.")
