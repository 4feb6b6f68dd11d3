"""Peering connections between VPCs whose blocks overlap: made, and failed.

https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
"""

from ...rules import after
from . import backend


@after("ec2", "CreateVpcPeeringConnection")
def fail_overlapping(call, answer):
    connection = backend.of(call).vpc_pcxs[answer["VpcPeeringConnection"]["VpcPeeringConnectionId"]]
    if any(own.overlaps(other) for own in backend.blocks(connection.vpc) for other in backend.blocks(connection.peer_vpc)):
        connection._status.code = "failed"
        connection._status.message = "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range"
        answer["VpcPeeringConnection"]["Status"] = connection.status
